package dockdiag.testenv.scenario;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.Optional;

/// A healthy host of one container: `web` serves a page on 8080, and port 8080 of the host leads
/// there.
public final class Website implements Scenario {

  /// The container, not created yet.
  public static NewContainer web(DockerHost host) {
    return host.container("web").image(Image.WEB).publish("8080:8080");
  }

  /// A host whose published ports are NAT's alone, without docker-proxy.
  public static HostSetup withoutProxy(Suite suite) {
    return DockerHost.on(suite).dockerd("--userland-proxy=false");
  }

  /// Takes `web` away and makes it anew, healthy.
  public static void anew(DockerHost host) {
    host.remove("web");
    web(host).serve(8080);
  }

  /// Starts the engine and `web` once more.
  public static void afterRestart(DockerHost host) {
    host.restartEngine();
    host.shell("docker start web");
    host.fromContainer("web").awaitListening(8080);
  }

  /// Has firewalld read its settings anew and waits until the engine has made its rules anew.
  public static void afterFirewalldReload(DockerHost host) {
    host.shell("firewall-cmd --reload");
    host.await(
        "the engine's rules",
        () -> host.run("iptables", "-t", "nat", "-S", "DOCKER").out().contains("--dport 8080"));
  }

  /// That a browser outside sees this.
  public static Symptom browsed(Outcome expected) {
    return Symptom.of(expected, host -> host.fromOutside().http(ADDRESS, 8080));
  }

  @Override
  public String description() {
    return "A healthy website: web, on port 8080.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.empty();
  }

  @Override
  public void arrange(DockerHost host) {
    web(host).serve(8080);
  }

  @Override
  public Symptom symptom() {
    return browsed(Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "ports web";
  }
}
