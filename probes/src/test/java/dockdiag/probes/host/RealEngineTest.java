package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.LiveOptions.Manner;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A real engine, which lives in network, mount and pid namespaces of its own.
@DockerHostTest
class RealEngineTest {

  @Test
  void anEngineApartIsLookedAtWhereItLives(DockerHost lab) throws Unobservable {
    lab.container("web").publish("8080:80").command("httpd", "-f", "-p", "80").start();
    lab.fromOutside().awaitTcp(DockerHost.ADDRESS, 8080);
    LiveHost host =
        new LiveHost(
            new LiveOptions(
                Optional.of("unix://" + lab.socket()),
                Map.of(),
                Duration.ofSeconds(3),
                Manner.ACTIVE));
    assertThat(host.ask(new Request.EnginePeer()).body())
        .contains("sees net: apart\nsees mnt: apart\nsees pid: apart\n");

    Namespace.OfContainer web = container(host, "web");
    assertThat(host.ask(new Request.DumpSockets(web)).body())
        .contains("tcp LISTEN rq=0 wq=")
        .contains(":80 ");
    assertThat(host.ask(new Request.ListProcesses(web)).body())
        .matches("(?s)" + web.pid() + "\t1\tS\t0\t[0-9]+\thttpd\t[0-9]+\thttpd -f -p 80\n");
    assertThat(connect(host, web, "127.0.0.1", 80)).isEqualTo("outcome: connected\nthen: open\n");
    assertThat(connect(host, web, "127.0.0.1", 81)).isEqualTo("outcome: refused\n");

    assertThat(host.ask(new Request.DumpSockets(Namespace.HOST)).body()).contains(":8080 ");
    assertThat(host.ask(new Request.ListProcesses(Namespace.HOST)).body()).contains("dockerd");
    assertThat(connect(host, Namespace.HOST, DockerHost.ADDRESS, 8080))
        .startsWith("outcome: connected\n");
    assertThat(host.ask(new Request.ReadFile(Namespace.HOST, "/proc/net/dev")).body())
        .contains("docker0:");
    assertThat(host.ask(read("/proc/sys/net/ipv4/ip_forward")).body()).isEqualTo("1\n");
    assertThat(host.ask(read("/proc/" + web.pid() + "/comm")).body()).isEqualTo("httpd\n");
    assertThat(
            host.ask(new Request.RunCommand(Namespace.HOST, List.of("iptables-save", "-c"))).body())
        .contains("-A DOCKER");
  }

  private static Request read(String path) {
    return new Request.ReadFile(Namespace.HOST, path);
  }

  private static Namespace.OfContainer container(LiveHost host, String name) throws Unobservable {
    String json = host.ask(new Request.DockerGet("/containers/" + name + "/json")).body();
    int pid =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonObject("State")
            .get("Pid")
            .getAsInt();
    return new Namespace.OfContainer(name, pid);
  }

  private static String connect(LiveHost host, Namespace from, String address, int port)
      throws Unobservable {
    return host.ask(
            new Request.Connect(from, Address.of(address), new Port(port, Protocol.TCP), ""))
        .body();
  }
}
