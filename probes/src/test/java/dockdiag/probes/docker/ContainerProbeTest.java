package dockdiag.probes.docker;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.Container.Config;
import dockdiag.probes.docker.Container.Networking;
import dockdiag.probes.docker.Container.RestartPolicy;
import dockdiag.probes.docker.Container.State;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.net.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerProbeTest {

  private static final String REFUSED =
      "wget: can't connect to remote host (127.0.0.1): Connection refused\n";

  @Test
  void readsAContainerOfEngine20() throws Unobservable {
    assertThat(container("20.10.24", "web"))
        .isEqualTo(
            new Container(
                "3dc5b2982d1031aed9688448dd40bae4d408b2f91ecc5a8ff16e302900c93273",
                "web",
                new State(
                    Status.RUNNING,
                    319,
                    0,
                    false,
                    "",
                    Optional.of(Instant.parse("2026-11-21T12:23:29.732799776Z")),
                    Optional.empty(),
                    0),
                Optional.of(
                    new Health(
                        Optional.of(Health.Status.UNHEALTHY),
                        4,
                        List.of(
                            failure("12:23:32.817249923", "12:23:32.857418689"),
                            failure("12:23:33.859500501", "12:23:33.89358768")),
                        List.of("CMD-SHELL", "wget -q -O- http://127.0.0.1:81/"),
                        Optional.of(Duration.ofSeconds(1)))),
                new RestartPolicy("on-failure", 3),
                config("sha256:0f12279a83f338a1a668fc1dabd016325cd43db3e1f0be5c91f36203eb20cfb0"),
                networking(),
                List.of(
                    new Endpoint(
                        "front",
                        "8cdd66eeae5cd0707599f9b90285e68f5ca0636f136e76ed76b47e9a34968f5d",
                        ip("172.28.1.2", 24, "172.28.1.1"),
                        Optional.empty(),
                        Mac.parse("02:42:ac:1c:01:02"),
                        List.of("www", "3dc5b2982d10", "shop"),
                        List.of(),
                        Optional.empty(),
                        0))));
  }

  @Test
  void readsTheSameOfEngine28() throws Unobservable {
    Container container = container("28.5.2", "web");

    assertThat(container.config())
        .isEqualTo(
            config("sha256:1fdc6292a4fe43038302e205793a6848f22faf4a8c73b04b6162e50912fa99d1"));
    assertThat(container.networking()).isEqualTo(networking());
  }

  @Test
  void readsBothFamiliesAndAllNetworks() throws Unobservable {
    assertThat(container("28.5.2", "d6").endpoints())
        .containsExactly(
            new Endpoint(
                "dual",
                "c078a80d49c235076c56aa71a24687b43c5be1b5a90aef1e731a39399ca6aaa0",
                ip("172.28.4.2", 24, "172.28.4.1"),
                ip("fd28:4::2", 64, "fd28:4::1"),
                Mac.parse("16:37:3a:72:90:9b"),
                List.of(),
                List.of("d6", "9aa433bd75a1"),
                Optional.empty(),
                0),
            new Endpoint(
                "secure",
                "680b25bb72dd931da276233b17fabf844bae66924a8816ac3e8c955bcfaaece2",
                Optional.of(new Endpoint.Ip(Address.of("172.28.2.2"), 24, Optional.empty())),
                Optional.empty(),
                Mac.parse("8e:24:4a:fa:45:e8"),
                List.of(),
                List.of("d6", "9aa433bd75a1"),
                Optional.empty(),
                0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.10.24", "28.5.2"})
  void keepsWhyAStartFailed(String engine) throws Unobservable {
    Container fresh = container(engine, "fresh");

    assertThat(fresh.state().status()).isEqualTo(Status.CREATED);
    assertThat(fresh.state().exitCode()).isEqualTo(128);
    assertThat(fresh.state().error())
        .endsWith("Bind for 0.0.0.0:8080 failed: port is already allocated");
    assertThat(fresh.hasProcess()).isFalse();
    assertThat(fresh.health()).isEmpty();
    assertThat(fresh.requested()).containsExactly(requested(80, "", "8080"));
    assertThat(fresh.published()).isEmpty();
    assertThat(fresh.addresses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.10.24", "28.5.2"})
  void knowsWhoseNetworkIsShared(String engine) throws Unobservable {
    assertThat(container(engine, "side").networking().mode())
        .isEqualTo(new NetworkMode.OfContainer(container(engine, "web").id()));
  }

  @Test
  void countsRestarts() throws Unobservable {
    Container crash = container("28.5.2", "crash");

    assertThat(crash.restartPolicy()).isEqualTo(new RestartPolicy("always", 0));
    assertThat(crash.state().restartCount()).isEqualTo(6);
  }

  @Test
  void saysThatThereIsNoSuchContainerAsTheEngineDoes() {
    Answers engine =
        new Answers()
            .with(
                new Request.DockerGet("/containers/nosuch/json"),
                404,
                captured(getClass(), "28.5.2/no-such-container.json"));

    assertUnobservable(
        engine, Reason.NOT_PRESENT, "GET /containers/nosuch/json: 404 No such container: nosuch");
  }

  @Test
  void keepsTheEnginesWordsOnAVersionItDoesNotSpeak() {
    Answers engine =
        new Answers()
            .with(
                new Request.DockerGet("/containers/nosuch/json"),
                400,
                captured(getClass(), "20.10.24/version-too-new.json"));

    assertUnobservable(
        engine,
        Reason.NOT_UNDERSTOOD,
        "GET /containers/nosuch/json: 400 client version 9.99 is too new."
            + " Maximum supported API version is 1.41");
  }

  @Test
  void namesThePlaceThatItDoesNotUnderstand() {
    Answers engine =
        new Answers()
            .get("/containers/nosuch/json", "{\"State\": {\"Status\": \"running\", \"Pid\": 1e9}}");

    assertUnobservable(
        engine,
        Reason.NOT_UNDERSTOOD,
        "GET /containers/nosuch/json: State.Pid no whole number: 1e9");
  }

  @Test
  void neverLeavesTheContainersOfTheEngine() throws Unobservable {
    Answers engine =
        new Answers()
            .get(
                "/containers/..%2Fx%3Fy%20z/json",
                captured(getClass(), "28.5.2/container-side.json"));

    assertThat(new ContainerProbe("../x?y z").observe(engine).name()).isEqualTo("side");
  }

  private static void assertUnobservable(Answers engine, Reason reason, String detail) {
    assertThatThrownBy(() -> new ContainerProbe("nosuch").observe(engine))
        .isInstanceOfSatisfying(
            Unobservable.class,
            unobservable -> {
              assertThat(unobservable.reason()).isEqualTo(reason);
              assertThat(unobservable.detail()).isEqualTo(detail);
            });
  }

  private static Container container(String engine, String name) throws Unobservable {
    String json = captured(ContainerProbeTest.class, engine + "/container-" + name + ".json");
    return new ContainerProbe(name)
        .observe(new Answers().get("/containers/" + name + "/json", json));
  }

  private static Health.Run failure(String start, String end) {
    return new Health.Run(
        Optional.of(Instant.parse("2026-11-21T" + start + "Z")),
        Optional.of(Instant.parse("2026-11-21T" + end + "Z")),
        1,
        REFUSED);
  }

  private static Config config(String imageId) {
    return new Config(
        "lab/box:1",
        imageId,
        List.of("httpd", "-f", "-p", "80"),
        List.of(),
        List.of("httpd", "-f", "-p", "80"),
        Set.of(tcp(443), udp(53), tcp(60), tcp(70), tcp(80), tcp(90)),
        Map.of("com.example.tier", "front"),
        "0:0",
        "shop",
        Map.of("DB_HOST", "db", "EMPTY", "", "PATH", "/bin:/usr/bin"));
  }

  private static Networking networking() {
    return new Networking(
        new NetworkMode.OfNetwork("front"),
        false,
        List.of(
            new RequestedPort(udp(53), Optional.empty(), PortRange.parse("5353")),
            requested(60, "", "8000-8010"),
            requested(70, "", ""),
            requested(80, "", "8080"),
            requested(90, "127.0.0.1", "9090")),
        List.of(
            new PublishedPort(udp(53), Address.ANY4, 5353),
            new PublishedPort(udp(53), Address.ANY6, 5353),
            new PublishedPort(tcp(60), Address.ANY4, 8000),
            new PublishedPort(tcp(60), Address.ANY6, 8000),
            new PublishedPort(tcp(70), Address.ANY4, 32768),
            new PublishedPort(tcp(70), Address.ANY6, 32768),
            new PublishedPort(tcp(80), Address.ANY4, 8080),
            new PublishedPort(tcp(80), Address.ANY6, 8080),
            new PublishedPort(tcp(90), Address.LOOPBACK4, 9090)),
        List.of(Address.of("192.0.2.53")),
        List.of("far:192.0.2.7"),
        List.of());
  }

  private static RequestedPort requested(int container, String address, String ports) {
    return new RequestedPort(tcp(container), Address.parse(address), PortRange.parse(ports));
  }

  private static Optional<Endpoint.Ip> ip(String address, int prefixLength, String gateway) {
    return Optional.of(new Endpoint.Ip(Address.of(address), prefixLength, Address.parse(gateway)));
  }

  private static Port tcp(int number) {
    return new Port(number, Protocol.TCP);
  }

  private static Port udp(int number) {
    return new Port(number, Protocol.UDP);
  }
}
