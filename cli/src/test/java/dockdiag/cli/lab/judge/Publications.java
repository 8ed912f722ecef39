package dockdiag.cli.lab.judge;

import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.Vantage;
import dockdiag.testenv.debian.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A host whose ports are published in every usual way, and all who ask for them.
record Publications(DockerHost host, Map<String, Peer> peers) {

  private static final List<String> CLIENTS = List.of("outside", "host", "same", "other");
  private static final Set<Integer> SERVED = Set.of(8080, 53);

  /// Every client class at every published port.
  static final List<Asked> ALL = all();

  /// A client at a published port.
  ///
  /// @param client `outside`, `host`, or a container's name
  record Asked(String client, Protocol protocol, String to, int port) {}

  /// A container's address and the bridge that it hangs on.
  record Peer(String address, String bridge) {

    static Peer of(DockerHost host, String container) {
      String format =
          "{{range .NetworkSettings.Networks}}{{.Gateway}} {{.IPAddress}}{{end}}' " + container;
      String[] words = host.shell("docker inspect -f '" + format).strip().split(" ");
      String bridge = host.shell("ip -o -4 address show to " + words[0]).split("\\s+")[1];
      return new Peer(words[1], bridge);
    }
  }

  private static List<Asked> all() {
    List<Asked> all = new ArrayList<>();
    for (String client : CLIENTS) {
      for (int port : List.of(80, 81, 82)) {
        all.add(new Asked(client, Protocol.TCP, DockerHost.ADDRESS, port));
      }
    }
    // to containers docker-proxy of engines before 28 answers from their bridge's address
    for (String client : List.of("outside", "host")) {
      all.add(new Asked(client, Protocol.UDP, DockerHost.ADDRESS, 9053));
    }
    for (int port : List.of(80, 81, 82)) {
      all.add(new Asked("host", Protocol.TCP, "127.0.0.1", port));
    }
    all.add(new Asked("outside", Protocol.TCP, DockerHost.ADDRESS_6, 80));
    all.add(new Asked("host", Protocol.TCP, DockerHost.ADDRESS_6, 80));
    return List.copyOf(all);
  }

  static Publications arrange(DockerHost host) {
    host.network("front", "172.28.1.0/24");
    host.container("web")
        .image(Image.WEB)
        .network("front")
        .publish("80:8080")
        .publish("127.0.0.1:81:8080")
        .serve(8080);
    host.container("other").image(Image.WEB).publish("82:8080").serve(8080);
    host.container("same").image(Image.SOCAT).network("front").publish("9053:53/udp").start();
    return new Publications(
        host, Map.of("same", Peer.of(host, "same"), "other", Peer.of(host, "other")));
  }

  /// Through the host's rules as they are now.
  PacketPath path() throws Unobservable {
    Facts facts = new Facts(new CommandHost(words -> host.run(words.toArray(String[]::new))));
    return new PacketPath(Netns.of(facts, Namespace.HOST));
  }

  static boolean isReached(Fate fate) {
    return switch (fate) {
      // into a network of containers
      case Fate.Sent(String device, Packet packet) ->
          !device.equals("eth0") && SERVED.contains(packet.destination().port());
      // to docker-proxy, which at one port listens on loopback alone
      case Fate.Delivered(Packet packet) ->
          packet.destination().port() != 81
              || packet.destination().address().equals(Address.LOOPBACK4);
      case Fate.Dropped _, Fate.Rejected _, Fate.Lost _ -> false;
      case Fate.Undecided(String why) -> throw new AssertionError(why);
    };
  }

  Trace walk(PacketPath path, Asked asked) {
    String outside = asked.to().contains(":") ? "2001:db8:51::2" : "198.51.100.2";
    Endpoint to = end(asked.to(), asked.port());
    return switch (asked.client()) {
      case "outside" ->
          path.arriving(Packet.arriving(asked.protocol(), end(outside, 40_000), to, "eth0"));
      case "host" -> path.leaving(Packet.leaving(asked.protocol(), end(asked.to(), 40_000), to));
      default -> {
        Peer peer = Objects.requireNonNull(peers.get(asked.client()));
        Endpoint from = end(peer.address(), 40_000);
        yield path.arriving(Packet.arriving(asked.protocol(), from, to, peer.bridge()));
      }
    };
  }

  private static Endpoint end(String address, int port) {
    return new Endpoint(Address.of(address), port);
  }

  boolean really(Asked asked) {
    Vantage vantage =
        switch (asked.client()) {
          case "outside" -> host.fromOutside();
          case "host" -> host.fromHost();
          default -> host.fromContainer(asked.client());
        };
    return asked.protocol() == Protocol.UDP
        ? vantage.udp(asked.to(), asked.port(), "who?").connected()
        : vantage.tcp(asked.to(), asked.port()).connected();
  }

  /// Who of all really is served; side by side, for silence takes long to be sure of.
  Map<Asked, Boolean> really() {
    Map<Asked, Boolean> served = new ConcurrentHashMap<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      ALL.forEach(asked -> each.execute(() -> served.put(asked, really(asked))));
    }
    return served;
  }
}
