package dockdiag.cli.lab.bench;

import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;

/// A program: reads the rules that a bundle holds and walks an outside client's packet to each of
/// a row of published ports; prints the seconds of processor time of the first, compiling included,
/// of the first walk, of all walks, and the most of the heap that was in use, in MiB.
final class WalkAll {

  private static final double NANOS = 1e9;

  private WalkAll() {}

  /// @param words the bundle, the first port, how many
  public static void main(String[] words) throws Exception {
    Host host = RecordedHost.of(EvidenceBundle.read(Path.of(words[0])));
    int first = Integer.parseInt(words[1]);
    long start = processor();
    Facts facts = new Facts(host);
    facts.infer(new RulesetOf(Namespace.HOST));
    long read = processor();
    PacketPath path = new PacketPath(Netns.of(facts, Namespace.HOST));
    walk(path, first);
    long one = processor();
    for (int port = first; port < first + Integer.parseInt(words[2]); port++) {
      walk(path, port);
    }
    long all = processor();
    System.out.printf(
        "%8.2f %8.2f %8.2f %8d",
        (read - start) / NANOS, (one - read) / NANOS, (all - one) / NANOS, heap());
  }

  static void walk(PacketPath path, int port) {
    Endpoint from = new Endpoint(Address.of(DockerHost.CLIENT), 50_000);
    Endpoint to = new Endpoint(Address.of(DockerHost.ADDRESS), port);
    Fate fate = path.arriving(Packet.arriving(Protocol.TCP, from, to, "eth0")).fate();
    if (!(fate instanceof Fate.Sent)) {
      throw new IllegalStateException(port + ": " + fate);
    }
  }

  /// Of all threads: others may share the machine.
  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /// What could have been thrown away included.
  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(WalkAll::peak)
            .sum()
        >> 20;
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }
}
