package dockdiag.testenv;

import dockdiag.testenv.KernelTrace.Arrival;
import dockdiag.testenv.debian.Command;
import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.debian.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A host without an engine between a client and a server, whose kernel tells which rules a packet
/// met: the judge of whoever says to know that.
///
/// The host's `eth0` is 198.51.100.1/24 towards the client, its `br0` 172.28.1.1/24 towards the
/// server, which stands for all of 172.28.1.0/24, its `lan0` 172.29.1.1/24 a bridge with 172.29.1.9
/// at its port `left` and 172.29.1.2 at its port `right`. All of them are deaf: what comes out
/// is seen and never answered, and the host's own refusals go nowhere. Any packet can be sent
/// from each of them, and from the host itself.
public final class Router implements AutoCloseable {
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TRACE_GROUP = 9;
  private static final String CLIENT_MAC = "02:00:00:00:00:01";
  private static final String HOST_MAC = "02:00:00:00:00:02";
  private static final String BRIDGE_MAC = "02:00:00:00:00:03";
  private static final String SERVER_MAC = "02:00:00:00:00:04";
  private static final String LAN_MAC = "02:00:00:00:00:05";
  private static final String LEFT_MAC = "02:00:00:00:00:06";
  private static final String RIGHT_MAC = "02:00:00:00:00:07";

  /// Rules that turn tracing on, before all else, and keep the host's own refusals from others.
  public static final String TRACER =
      """
      add table inet tracer
      add chain inet tracer in { type filter hook prerouting priority -2000000; }
      add rule inet tracer in meta l4proto { tcp, udp } meta nftrace set 1
      add rule inet tracer in icmp type { echo-request, echo-reply } meta nftrace set 1
      add rule inet tracer in icmpv6 type { echo-request, echo-reply } meta nftrace set 1
      add table bridge tracer
      add chain bridge tracer in { type filter hook prerouting priority -2000000; }
      add rule bridge tracer in ip protocol { tcp, udp } meta nftrace set 1
      add rule bridge tracer in ip6 nexthdr { tcp, udp } meta nftrace set 1
      add rule bridge tracer in icmp type { echo-request, echo-reply } meta nftrace set 1
      add rule bridge tracer in icmpv6 type { echo-request, echo-reply } meta nftrace set 1
      add chain inet tracer out { type filter hook output priority -2000000; }
      add rule inet tracer out tcp flags rst drop
      add rule inet tracer out icmp type { destination-unreachable, redirect } drop
      add rule inet tracer out icmpv6 type { destination-unreachable, nd-redirect } drop
      add rule inet tracer out meta l4proto { tcp, udp } meta nftrace set 1
      add rule inet tracer out icmp type { echo-request, echo-reply } meta nftrace set 1
      add rule inet tracer out icmpv6 type { echo-request, echo-reply } meta nftrace set 1
      """;

  /// Who sends a packet.
  public enum Sender {
    /// Into the host's `eth0`.
    CLIENT,
    /// Into the host's `br0`.
    SERVER,
    /// Into the port `left` of the host's `lan0`.
    LEFT,
    /// Into the port `right` of it.
    RIGHT,
    /// The host itself.
    HOST
  }

  private final Guard guard;
  private final Isolation isolation;
  private final RawSocket client;
  private final RawSocket server;
  private final RawSocket left;
  private final RawSocket right;
  private final RawSocket traces;

  /// Starts one with the suite's tools.
  public Router(Suite suite) {
    LabFolder folder = LabFolder.standard();
    String name = "lab-" + ProcessHandle.current().pid() + "-r" + STARTED.incrementAndGet();
    guard = Guard.over(folder.hosts(), name);
    try {
      isolation =
          Isolation.start(
              folder.hosts().resolve(name),
              List.of(folder.firewalls(suite), folder.engine(suite)),
              Isolation.Users.OF_THE_MACHINE);
      NetNamespace serverNetwork = isolation.another();
      isolation.link(serverNetwork, "br0");
      NetNamespace leftNetwork = isolation.another();
      isolation.link(leftNetwork, "left");
      NetNamespace rightNetwork = isolation.another();
      isolation.link(rightNetwork, "right");
      plumb();
      plumbBridge();
      client = isolation.clientNetwork().call(() -> RawSocket.ofInterface("eth0"));
      server = serverNetwork.call(() -> RawSocket.ofInterface("br0"));
      left = leftNetwork.call(() -> RawSocket.ofInterface("left"));
      right = rightNetwork.call(() -> RawSocket.ofInterface("right"));
      traces = isolation.hostNetwork().call(() -> RawSocket.ofNetfilterGroup(TRACE_GROUP));
    } catch (RuntimeException e) {
      guard.close();
      throw e;
    }
  }

  private void plumb() {
    shell(
        """
        ip link set eth0 down; ip link set eth0 address %1$s arp off up
        ip link set br0 address %4$s arp off up
        ip addr add 172.28.1.1/24 dev br0
        ip -6 addr add 2001:db8:28::1/64 dev br0 nodad
        ip -6 addr replace 2001:db8:51::1/64 dev eth0 nodad
        ip route replace default via 198.51.100.2
        ip -6 route replace default via 2001:db8:51::2
        for n in 2 3; do
          ip neigh replace 172.28.1.$n lladdr %2$s dev br0 nud permanent
          ip neigh replace 2001:db8:28::$n lladdr %2$s dev br0 nud permanent
        done
        for a in 198.51.100.2 198.51.100.3 198.51.100.9 2001:db8:51::2 2001:db8:51::3 2001:db8:51::9; do
          ip neigh replace $a lladdr %3$s dev eth0 nud permanent
        done
        echo 1 > /proc/sys/net/ipv4/ip_forward
        echo 1 > /proc/sys/net/ipv4/icmp_echo_ignore_all
        echo 1 > /proc/sys/net/ipv6/icmp/echo_ignore_all
        echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
        """
            .formatted(HOST_MAC, SERVER_MAC, CLIENT_MAC, BRIDGE_MAC));
  }

  private void plumbBridge() {
    shell(
        """
        ip link add lan0 type bridge
        ip link set lan0 address %1$s arp off up
        ip link set left master lan0 up
        ip link set right master lan0 up
        bridge fdb replace %2$s dev left master static
        bridge fdb replace %3$s dev right master static
        ip addr add 172.29.1.1/24 dev lan0
        ip -6 addr add 2001:db8:29::1/64 dev lan0 nodad
        ip neigh replace 172.29.1.9 lladdr %2$s dev lan0 nud permanent
        ip neigh replace 172.29.1.2 lladdr %3$s dev lan0 nud permanent
        ip -6 neigh replace 2001:db8:29::9 lladdr %2$s dev lan0 nud permanent
        ip -6 neigh replace 2001:db8:29::2 lladdr %3$s dev lan0 nud permanent
        """
            .formatted(LAN_MAC, LEFT_MAC, RIGHT_MAC));
  }

  /// Runs a command as root of the host.
  public Command.Ended run(String... words) {
    return run(List.of(words));
  }

  /// Runs a command as root of the host.
  public Command.Ended run(List<String> words) {
    return isolation.inside(words).within(LIMIT).run();
  }

  /// Runs a line of shell as root of the host; a status other than 0 is an exception.
  public String shell(String line) {
    return run("sh", "-c", line).text();
  }

  /// Writes a file of the host.
  public void write(String absolute, String text) {
    try {
      Files.writeString(isolation.path(absolute), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends the packet and tells what the kernel told of it.
  public KernelTrace send(Sender sender, Datagram packet) {
    drain();
    switch (sender) {
      case CLIENT -> client.send(packet.frame(CLIENT_MAC, HOST_MAC));
      case SERVER -> server.send(packet.frame(SERVER_MAC, BRIDGE_MAC));
      case LEFT -> left.send(packet.frame(LEFT_MAC, isOfLan(packet) ? LAN_MAC : RIGHT_MAC));
      case RIGHT -> right.send(packet.frame(RIGHT_MAC, isOfLan(packet) ? LAN_MAC : LEFT_MAC));
      case HOST -> sendHere(packet);
    }
    List<KernelTrace.Event> events = new ArrayList<>();
    KernelTrace trace = new KernelTrace(events, Optional.empty());
    byte[] messages = traces.receive(250);
    while (messages.length > 0) {
      events.addAll(KernelTrace.events(messages));
      messages = traces.receive(trace.isOver() ? 0 : 2);
    }
    int patience = trace.isOver() ? 0 : 1;
    return new KernelTrace(
        List.copyOf(events),
        arrived("br0", server, packet, patience)
            .or(() -> arrived("eth0", client, packet, 0))
            .or(() -> arrived("left", left, packet, 0))
            .or(() -> arrived("right", right, packet, 0)));
  }

  /// Whether a port sends it to the bridge itself, as what is not for the other port.
  private static boolean isOfLan(Datagram packet) {
    return !packet.destination().matches("172\\.29\\.1\\.[29]|2001:db8:29:.*:[29]");
  }

  private void sendHere(Datagram packet) {
    RawSocket socket =
        isolation
            .hostNetwork()
            .call(() -> RawSocket.ofAddresses(packet.source(), packet.destination()));
    try (socket) {
      socket.send(packet.packet());
    }
  }

  private void drain() {
    while (traces.receive(0).length + drained() > 0) {
      // what came late
    }
  }

  private int drained() {
    return Stream.of(client, server, left, right).mapToInt(one -> one.receive(0).length).sum();
  }

  /// What the host sends of its own accord is of another kind.
  private static Optional<Arrival> arrived(
      String device, RawSocket end, Datagram sent, int milliseconds) {
    byte[] frame = end.receive(milliseconds);
    while (frame.length > 0) {
      Optional<Datagram> datagram =
          Datagram.of(frame)
              .filter(one -> one.protocol() == sent.protocol() && one.kind() == sent.kind());
      if (datagram.isPresent()) {
        return datagram.map(one -> new Arrival(device, one));
      }
      frame = end.receive(0);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try (guard) {
      List.of(client, server, left, right, traces).forEach(RawSocket::close);
    }
  }
}
