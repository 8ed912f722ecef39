package dockdiag.testenv;

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

/// A host without an engine between a client and a server, whose kernel tells which rules a packet
/// met: the judge of whoever says to know that.
///
/// The host's `eth0` is 198.51.100.1/24 towards the client, its `br0` 172.28.1.1/24 towards the
/// server, which stands for all of 172.28.1.0/24. Frames of any source can be sent to it.
public final class Router implements AutoCloseable {
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TRACE_GROUP = 9;
  private static final String CLIENT_MAC = "02:00:00:00:00:01";
  private static final String HOST_MAC = "02:00:00:00:00:02";
  private static final String SERVER_MAC = "02:00:00:00:00:04";

  /// Table, chain and rule that turn tracing on, before all else.
  public static final String TRACER =
      """
      add table inet tracer
      add chain inet tracer first { type filter hook prerouting priority -2000000; }
      add rule inet tracer first meta l4proto { tcp, udp } meta nftrace set 1
      """;

  private final Guard guard;
  private final Isolation isolation;
  private final RawSocket client;
  private final RawSocket server;
  private final RawSocket traces;

  /// Starts one with the suite's tools.
  public Router(Suite suite) {
    LabFolder folder = LabFolder.standard();
    String name = "lab-" + ProcessHandle.current().pid() + "-r" + STARTED.incrementAndGet();
    guard = Guard.over(folder.hosts(), name);
    try {
      isolation = Isolation.start(folder.hosts().resolve(name), List.of(folder.engine(suite)));
      NetNamespace serverNetwork = isolation.another();
      isolation.link(serverNetwork, "br0");
      plumb();
      client = isolation.clientNetwork().call(() -> RawSocket.ofInterface("eth0"));
      server = serverNetwork.call(() -> RawSocket.ofInterface("br0"));
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
        ip link set br0 address 02:00:00:00:00:03 arp off up
        ip addr add 172.28.1.1/24 dev br0
        ip -6 addr add 2001:db8:28::1/64 dev br0 nodad
        ip -6 addr replace 2001:db8:51::1/64 dev eth0 nodad
        ip route replace default via 198.51.100.2
        ip -6 route replace default via 2001:db8:51::2
        for n in 2 3; do
          ip neigh replace 172.28.1.$n lladdr %2$s dev br0 nud permanent
          ip neigh replace 2001:db8:28::$n lladdr %2$s dev br0 nud permanent
        done
        for a in 198.51.100.2 198.51.100.9 2001:db8:51::2 2001:db8:51::9; do
          ip neigh replace $a lladdr %3$s dev eth0 nud permanent
        done
        echo 1 > /proc/sys/net/ipv4/ip_forward
        echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
        """
            .formatted(HOST_MAC, SERVER_MAC, CLIENT_MAC));
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

  /// Sends the packet from the client and tells what the kernel told of it.
  public KernelTrace send(Datagram packet) {
    drain();
    client.send(packet.frame(CLIENT_MAC, HOST_MAC));
    List<KernelTrace.Event> events = new ArrayList<>();
    KernelTrace trace = new KernelTrace(events, Optional.empty());
    byte[] messages = traces.receive(250);
    while (messages.length > 0) {
      events.addAll(KernelTrace.events(messages));
      messages = traces.receive(trace.isOver() ? 0 : 2);
    }
    return new KernelTrace(List.copyOf(events), arrived(trace.isOver() ? 0 : 1));
  }

  private void drain() {
    while (traces.receive(0).length + server.receive(0).length > 0) {
      // what came late
    }
  }

  private Optional<Datagram> arrived(int milliseconds) {
    byte[] frame = server.receive(milliseconds);
    while (frame.length > 0) {
      Optional<Datagram> datagram = Datagram.of(frame);
      if (datagram.isPresent()) {
        return datagram;
      }
      frame = server.receive(0);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try (guard) {
      List.of(client, server, traces).forEach(RawSocket::close);
    }
  }
}
