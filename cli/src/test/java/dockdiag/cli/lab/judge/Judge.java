package dockdiag.cli.lab.judge;

import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.testenv.KernelTrace;
import dockdiag.testenv.Router;
import dockdiag.testenv.Router.Sender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Loads rules, sends packets, and has the kernel and the walk say where they went.
final class Judge {

  /// Legacy tables stay; of those that are there each is emptied.
  private static final String EMPTY =
      """
      set -e
      nft flush ruleset
      for c in ip ip6; do
        for t in $(cat /proc/net/${c}_tables_names); do
          echo "*$t"
          [ $t != filter ] || printf ':%s ACCEPT\\n' INPUT FORWARD OUTPUT
          echo COMMIT
        done > /tmp/empty
        ${c}tables-legacy-restore < /tmp/empty
      done
      """;

  /// Sets of ipset, which rules of iptables ask for.
  private static final String SETS =
      """
      ipset create hosts hash:ip timeout 0
      ipset add hosts 198.51.100.9 timeout 3600
      ipset add hosts 172.28.1.2
      ipset create nets hash:net
      ipset add nets 198.51.100.0/29
      ipset add nets 172.28.1.3/32
      ipset create doors hash:ip,port
      ipset add doors 172.28.1.2,tcp:80
      ipset add doors 172.28.1.3,udp:53
      ipset create nets6 hash:net family inet6
      ipset add nets6 2001:db8:28::/127
      ipset add nets6 2001:db8:51::9
      ipset create ports bitmap:port range 0-1024
      ipset add ports 50-80
      """;

  private final Router router;
  private Map<String, Integer> numbers = Map.of();
  private PacketPath path;
  private boolean legacy;

  Judge(Router router) throws Unobservable {
    this.router = router;
    router.shell("set -e\n" + SETS);
    this.path = read();
  }

  /// Replaces all rules by these.
  void load(RuleText rules) throws Unobservable {
    StringBuilder script = new StringBuilder(EMPTY);
    router.write("/tmp/tracer", Router.TRACER);
    script.append("nft -f /tmp/tracer\n");
    for (int i = 0; i < rules.parts().size(); i++) {
      RuleText.Part part = rules.parts().get(i);
      router.write("/tmp/part" + i, part.text());
      script.append(part.command()).append(" /tmp/part" + i + "\n");
    }
    legacy = rules.parts().stream().anyMatch(part -> part.command().contains("legacy"));
    router.write("/tmp/load", script.toString());
    router.shell("sh /tmp/load");
    path = read();
  }

  private PacketPath read() throws Unobservable {
    Facts facts = new Facts(new CommandHost(router::run));
    numbers = numbers(facts.get(new NftProbe(Namespace.HOST)));
    return new PacketPath(Netns.of(facts, Namespace.HOST));
  }

  /// nft's handles become numbers from 1, as in iptables' lists.
  private static Map<String, Integer> numbers(Ruleset nft) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Table table : nft.tables()) {
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          String place = table.family() + " " + table.name() + " " + chain.name();
          numbers.put(place + " " + rule.handle(), rule.number());
        }
      }
    }
    return numbers;
  }

  /// @param id the identifier of a ping
  Trial send(Sender sender, Packet packet, int id) throws Unobservable {
    Map<String, Long> before = counters(packet);
    KernelTrace kernel = router.send(sender, Wire.datagram(packet, id));
    Map<String, Long> counted = counters(packet);
    before.forEach((place, count) -> counted.merge(place, -count, Long::sum));
    counted.values().removeIf(count -> count == 0);
    List<String> told = kernel.events().stream().filter(e -> isTold(e)).map(this::told).toList();
    return new Trial(sender, packet, walk(sender, packet), told, counted, kernel);
  }

  private Trace walk(Sender sender, Packet packet) {
    String to = packet.destination().address().toString();
    boolean across = to.matches("172\\.29\\.1\\.[29]|2001:db8:29:.*:[29]");
    return switch (sender) {
      case HOST -> path.leaving(packet);
      case CLIENT, SERVER -> path.arriving(packet);
      case LEFT ->
          across ? path.bridged(packet, "left", "right") : path.arriving(packet.through("left"));
      case RIGHT ->
          across ? path.bridged(packet, "right", "left") : path.arriving(packet.through("right"));
    };
  }

  /// Of iptables-legacy the kernel tells no trace, but it counts.
  private Map<String, Long> counters(Packet packet) throws Unobservable {
    Map<String, Long> counters = new TreeMap<>();
    if (!legacy || packet.destination().address().isIpv6()) {
      return counters;
    }
    IptablesProbe probe = new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_LEGACY);
    for (Table table : probe.observe(new CommandHost(router::run)).tables()) {
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          String place = table.family() + " " + table.name() + " " + chain.name();
          counters.put(place + " " + rule.number(), rule.packets());
        }
      }
    }
    return counters;
  }

  private static boolean isTold(KernelTrace.Event event) {
    return event.handle() > 0 || event.verdict().equals("drop");
  }

  private String told(KernelTrace.Event event) {
    String place = event.family() + " " + event.table() + " " + event.chain();
    int number = numbers.getOrDefault(place + " " + event.handle(), 0);
    return place + " " + number + " " + event.verdict();
  }
}
