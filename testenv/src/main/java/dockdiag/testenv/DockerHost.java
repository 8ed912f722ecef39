package dockdiag.testenv;

import com.github.dockerjava.api.DockerClient;
import dockdiag.testenv.debian.Command;
import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.debian.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A private Docker host with a real engine: its own processes, network, mounts and name, a root
/// folder in memory, and one client outside, 198.51.100.2, to whom it is 198.51.100.1.
///
/// Closing it takes all of it away; so does the end of this JVM, however it comes.
public final class DockerHost implements AutoCloseable {
  /// The host's own address, as the outside client reaches it.
  public static final String ADDRESS = "198.51.100.1";

  /// The host's own IPv6 address.
  public static final String ADDRESS_6 = "2001:db8:51::1";

  /// The outside client's address.
  public static final String CLIENT = "198.51.100.2";

  private static final AtomicInteger STARTED = new AtomicInteger();
  private final Suite suite;
  private final LabFolder folder;
  private final Guard guard;
  private final Isolation isolation;
  private final Engine engine;
  private final Lan lan;
  private final OutsideServers outside;
  private final List<NameServer> servers = new ArrayList<>();
  private final Set<Image> loaded = EnumSet.noneOf(Image.class);

  DockerHost(HostSetup setup) {
    suite = setup.suite;
    folder = LabFolder.standard();
    List<Path> layers = setup.filter.layers(folder, suite);
    String name = "lab-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
    guard = Guard.over(folder.hosts(), name);
    try {
      isolation = Isolation.start(folder.hosts().resolve(name), layers, setup.users);
      setup.configure(isolation);
      engine = new Engine(isolation, setup.under, setup.arguments());
      lan = new Lan(isolation);
      outside = new OutsideServers(isolation);
    } catch (RuntimeException e) {
      guard.close();
      throw e;
    }
  }

  /// A host that is not started yet.
  public static HostSetup on(Suite suite) {
    return new HostSetup(suite);
  }

  public Suite suite() {
    return suite;
  }

  /// The engine's typed API.
  public DockerClient docker() {
    return engine.client();
  }

  /// The engine's socket as this machine sees it; `/run/docker.sock` inside.
  public Path socket() {
    return engine.socket();
  }

  /// The pid of the host's first process as this machine numbers it.
  public long pid() {
    return isolation.init();
  }

  /// All that dockerd has said, for people.
  public String log() {
    return engine.log();
  }

  /// A file of the host by its absolute path there, as this machine reaches it.
  public Path path(String absolute) {
    return isolation.path(absolute);
  }

  /// Writes a file of the host; its folders are made.
  public void write(String absolute, String text) {
    isolation.write(absolute, text);
  }

  /// Lays files of a package below a folder of the host, which is made.
  public void install(Extra extra, String below) {
    isolation.lay(folder.extra(extra), below);
  }

  /// The outside client's servers.
  public OutsideServers outsideServers() {
    return outside;
  }

  /// Runs a command as root of the host, where iptables, nft, ip, conntrack, docker are its own.
  public Command.Ended run(String... words) {
    return isolation.inside(List.of(words)).within(Duration.ofSeconds(60)).run();
  }

  /// Runs a line of shell as root of the host; a status other than 0 is an exception.
  public String shell(String line) {
    return run("sh", "-c", line).text();
  }

  /// The outside client.
  public Vantage fromOutside() {
    return new Vantage(isolation.clientNetwork());
  }

  /// The host itself.
  public Vantage fromHost() {
    return new Vantage(isolation.hostNetwork());
  }

  /// A running container's network namespace.
  public Vantage fromContainer(String container) {
    Long pid = docker().inspectContainerCmd(container).exec().getState().getPidLong();
    // The engine numbers processes as its own pid namespace does.
    return new Vantage(new NetNamespace(path("/proc/" + pid + "/ns/net")));
  }

  /// A network of the host that `ip netns add` has made.
  public Vantage fromNetwork(String name) {
    return new Vantage(new NetNamespace(path("/run/netns/" + name)));
  }

  /// Another host with an engine of the same suite, on one Ethernet with this one: see [Lan]. It is
  /// taken away with this one.
  public DockerHost beside() {
    DockerHost other = on(suite).start();
    lan.join(other, other.isolation);
    return other;
  }

  /// The one of that number there; this one is the first, its neighbours follow.
  public DockerHost neighbour(int number) {
    return lan.host(number);
  }

  /// A DNS server of the outside client's, on that address; it knows nobody yet.
  public NameServer nameServer(String address) {
    NameServer server = new NameServer(isolation.clientNetwork(), address);
    servers.add(server);
    return server;
  }

  /// The DNS servers that were started, in order.
  public List<NameServer> nameServers() {
    return List.copyOf(servers);
  }

  /// Lets the host, and the containers that are started from now on, ask these DNS servers.
  public void resolvingBy(NameServer... named) {
    write(
        "/etc/resolv.conf",
        Stream.of(named)
            .map(server -> "nameserver " + server.address() + "\n")
            .collect(Collectors.joining()));
  }

  /// A DNS server of the host's own, on that address.
  public NameServer ownNameServer(String address) {
    NameServer server = new NameServer(isolation.hostNetwork(), address);
    servers.add(server);
    return server;
  }

  /// A container that is not created yet; its image is BOX unless another is named.
  public NewContainer container(String name) {
    return new NewContainer(this, name);
  }

  /// Waits until it is so; ten seconds are enough for anything here.
  public void await(String what, BooleanSupplier isSo) {
    awaitThat(what, isSo);
  }

  static void awaitThat(String what, BooleanSupplier isSo) {
    await(what, Duration.ofSeconds(10), isSo);
  }

  /// Waits so long at most until it is so.
  public static void await(String what, Duration patience, BooleanSupplier isSo) {
    Instant end = Instant.now().plus(patience);
    while (!isSo.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      Vantage.pause();
    }
  }

  /// Waits until the container is in that state, as `docker ps` words it: `exited`, `restarting`.
  public void awaitStatus(String container, String status) {
    await(
        container + " to be " + status,
        () -> status.equals(docker().inspectContainerCmd(container).exec().getState().getStatus()));
  }

  /// Takes the container away, whatever it does, as `docker rm -f`.
  public void remove(String container) {
    docker().removeContainerCmd(container).withForce(true).exec();
  }

  /// A user-defined bridge network with the subnet given.
  public String network(String name, String subnet) {
    return docker()
        .createNetworkCmd()
        .withName(name)
        .withIpam(
            new com.github.dockerjava.api.model.Network.Ipam()
                .withConfig(
                    new com.github.dockerjava.api.model.Network.Ipam.Config().withSubnet(subnet)))
        .exec()
        .getId();
  }

  /// Makes the image known to the engine; done once.
  public void load(Image image) {
    if (loaded.add(image)) {
      try (InputStream archive = Files.newInputStream(folder.image(image))) {
        docker().loadImageCmd(archive).exec();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Stops dockerd as `systemctl stop docker` does.
  public void stopEngine() {
    engine.stop();
  }

  /// Starts it once more after that.
  public void startEngine() {
    engine.again();
  }

  /// As of [HostSetup#under], from the engine's next start on.
  public void under(String... words) {
    engine.under(List.of(words));
  }

  /// Stops dockerd and starts it again as it was started.
  public void restartEngine() {
    engine.restart();
  }

  /// The command that enters the host, for a process of the caller's own.
  public Command inside(String... words) {
    return isolation.inside(List.of(words));
  }

  /// The command that enters the outside client's network and nothing else.
  public Command outside(String... words) {
    return Command.of("nsenter", "--net=" + isolation.clientNetwork().file(), "--").and(words);
  }

  @Override
  public void close() {
    try (guard) {
      servers.forEach(NameServer::close);
      outside.stopAll();
      lan.close();
      engine.close();
    }
  }
}
