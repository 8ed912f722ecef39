package dockdiag.probes.docker;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork.Pool;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineProbesTest {

  @Test
  void listsContainers() throws Unobservable {
    List<ContainerSummary> containers = containers("28.5.2");

    assertThat(containers)
        .extracting(ContainerSummary::name)
        .containsExactly("fresh", "dweb", "side", "web");
    assertThat(containers.get(1))
        .isEqualTo(
            new ContainerSummary(
                "5eac96bf0fa37c5ee4862cd13ecaeb3a5008a860081cc687bce36b496e5a19ac",
                List.of("dweb", "linked/backend"),
                "lab/box:1",
                Container.Status.PAUSED,
                Map.of(),
                Set.of(),
                List.of(
                    new PublishedPort(tcp(80), Address.ANY4, 32769),
                    new PublishedPort(tcp(80), Address.ANY6, 32769)),
                new NetworkMode.DefaultBridge(),
                List.of(
                    new Endpoint(
                        "bridge",
                        "22f62453dd3080318e969558ba53aae75b231cb14af73e8387145c4c23f4ccea",
                        Optional.of(
                            new Endpoint.Ip(
                                Address.of("172.17.0.2"), 16, Address.parse("172.17.0.1"))),
                        Optional.empty(),
                        Mac.parse("2a:08:95:84:d1:49"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        0))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.10.24", "28.5.2"})
  void listsPublishedPortsInTheOrderOfInspect(String engine) throws Unobservable {
    ContainerSummary web = containers(engine).get(3);

    assertThat(web.exposed()).containsExactly(tcp(443));
    assertThat(web.published())
        .isEqualTo(
            new ContainerProbe("web")
                .observe(
                    new Answers()
                        .get(
                            "/containers/web/json",
                            captured(getClass(), engine + "/container-web.json")))
                .published());
  }

  @Test
  void readsNetworks() throws Unobservable {
    Answers engine = new Answers().get("/networks", captured(getClass(), "28.5.2/networks.json"));

    assertThat(new NetworksProbe().observe(engine))
        .containsExactly(
            network(
                "680b25bb72dd931da276233b17fabf844bae66924a8816ac3e8c955bcfaaece2",
                "secure",
                List.of(pool("172.28.2.0/24", ""))),
            network(
                "c078a80d49c235076c56aa71a24687b43c5be1b5a90aef1e731a39399ca6aaa0",
                "dual",
                List.of(pool("172.28.4.0/24", ""), pool("fd28:4::/64", ""))),
            network(
                "b739d107ce6f772b5f4c6e43625cd49ef489776678ac2ea2d9cf28fae1b9dec2",
                "host",
                List.of()),
            network(
                "22f62453dd3080318e969558ba53aae75b231cb14af73e8387145c4c23f4ccea",
                "bridge",
                List.of(pool("172.17.0.0/16", "172.17.0.1"))));
  }

  @Test
  void namesTheBridgeOnTheHost() throws Unobservable {
    Answers engine = new Answers().get("/networks", captured(getClass(), "20.10.24/networks.json"));

    assertThat(new NetworksProbe().observe(engine))
        .extracting(network -> network.name() + " " + network.bridge().orElse("none"))
        .containsExactlyInAnyOrder(
            "dual br-bf86295f0fcd", "secure br-94529aee4401", "bridge docker0", "host none");
  }

  @Test
  void readsEngine28() throws Unobservable {
    assertThat(daemon("28.5.2/info.json"))
        .isEqualTo(
            new Daemon(
                "28.5.2+dfsg4",
                "factsF",
                "Debian GNU/Linux 14 (forky) (containerized)",
                "6.18.44-fc-v669",
                "x86_64",
                "/lab/data",
                "overlay2",
                "json-file",
                false,
                false,
                true,
                Optional.empty(),
                Optional.of("iptables"),
                List.of("name=seccomp,profile=builtin"),
                new Daemon.Swarm("inactive", false, "", ""),
                List.of()));
  }

  @Test
  void readsEngine20() throws Unobservable {
    Daemon daemon = daemon("20.10.24/info.json");

    assertThat(daemon.majorVersion()).isEqualTo(20);
    assertThat(daemon.bridgeNfIptables()).contains(true);
    assertThat(daemon.firewallBackend()).isEmpty();
  }

  @Test
  void readsASwarmManager() throws Unobservable {
    Daemon.Swarm swarm = daemon("28.5.2/info-swarm.json").swarm();

    assertThat(swarm)
        .isEqualTo(new Daemon.Swarm("active", true, "rjoiatl2sjw8nzkuyyz1mzfgn", "127.0.0.1"));
    assertThat(swarm.isActive()).isTrue();
  }

  @Test
  void readsAnImage() throws Unobservable {
    Answers engine =
        new Answers().get("/images/lab%2Fbox%3A1/json", captured(getClass(), "28.5.2/image.json"));

    assertThat(new ImageProbe("lab/box:1").observe(engine))
        .isEqualTo(
            new Image(
                "sha256:1fdc6292a4fe43038302e205793a6848f22faf4a8c73b04b6162e50912fa99d1",
                List.of("lab/box:1"),
                "linux",
                "amd64",
                "",
                Set.of(),
                List.of(),
                List.of("sh"),
                Map.of("PATH", "/bin:/usr/bin"),
                ""));
  }

  @Test
  void keepsTheLastLinesOfALog() throws Unobservable {
    Answers engine =
        new Answers().with(new Request.DockerLogs("web", 2), 200, "one\r\ntwo\nthree\n");

    assertThat(new ContainerLogsProbe("web", 2).observe(engine)).containsExactly("two", "three");
  }

  private static List<ContainerSummary> containers(String engine) throws Unobservable {
    String json = captured(EngineProbesTest.class, engine + "/containers.json");
    return new ContainersProbe().observe(new Answers().get("/containers/json?all=1", json));
  }

  private static Daemon daemon(String resource) throws Unobservable {
    return new DaemonProbe()
        .observe(new Answers().get("/info", captured(EngineProbesTest.class, resource)));
  }

  private static DockerNetwork network(String id, String name, List<Pool> pools) {
    return new DockerNetwork(
        id,
        name,
        name.equals("host") ? "host" : "bridge",
        "local",
        name.equals("secure"),
        false,
        false,
        name.equals("dual"),
        pools,
        name.equals("bridge")
            ? Map.of(
                "com.docker.network.bridge.default_bridge", "true",
                "com.docker.network.bridge.enable_icc", "true",
                "com.docker.network.bridge.enable_ip_masquerade", "true",
                "com.docker.network.bridge.host_binding_ipv4", "0.0.0.0",
                "com.docker.network.bridge.name", "docker0",
                "com.docker.network.driver.mtu", "1500")
            : Map.of(),
        Map.of());
  }

  private static Pool pool(String subnet, String gateway) {
    return new Pool(new Subnet(subnet), Address.parse(gateway), Optional.empty());
  }

  private static Port tcp(int number) {
    return new Port(number, Protocol.TCP);
  }
}
