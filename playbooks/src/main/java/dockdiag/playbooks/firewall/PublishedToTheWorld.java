package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.netfilter.Arrivals;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A port that is meant for neighbours and administrators, a database's for one, is open to anybody
/// who reaches the host.
public final class PublishedToTheWorld implements Check<HostRules> {

  /// Ports of servers that are rarely meant for everybody (IANA's list and the servers' manuals).
  private static final Map<Integer, String> SERVERS =
      Map.ofEntries(
          Map.entry(2375, "Docker API"),
          Map.entry(2379, "etcd"),
          Map.entry(3306, "MySQL"),
          Map.entry(5432, "PostgreSQL"),
          Map.entry(5984, "CouchDB"),
          Map.entry(6379, "Redis"),
          Map.entry(8500, "Consul"),
          Map.entry(9042, "Cassandra"),
          Map.entry(9092, "Kafka"),
          Map.entry(9200, "Elasticsearch"),
          Map.entry(11_211, "memcached"),
          Map.entry(15_672, "RabbitMQ management"),
          Map.entry(27_017, "MongoDB"));

  @Override
  public Optional<Finding> examine(HostRules scope, Facts facts) throws Unobservable {
    List<Arrival> arrivals = facts.infer(Arrivals.of(scope));
    List<Arrival> open =
        arrivals.stream()
            .filter(one -> one.binding().hostAddress().isAny() && one.passes())
            .filter(one -> SERVERS.containsKey(one.binding().container().number()))
            .toList();
    if (open.isEmpty()) {
      return Walked.clearOf(arrivals);
    }
    Finding finding =
        Finding.warning(scope.subject())
            .word("ports", Evidence.list(open.stream().map(PublishedToTheWorld::named).toList()));
    for (Arrival one : open) {
      finding =
          finding.because(new ContainersProbe(), one.flow().container() + " " + one.binding());
    }
    Arrival first = open.getFirst();
    return Optional.of(finding.mend(onLoopback(first)).mend(closing(first)));
  }

  private static String named(Arrival one) {
    return "%s of %s on %s"
        .formatted(
            SERVERS.get(one.binding().container().number()),
            one.flow().container(),
            one.binding().hostAddress().with(one.binding().hostPort()));
  }

  private static Remedy onLoopback(Arrival one) {
    return Remedy.byHand(
        "loopback",
        "docker run -p 127.0.0.1:%d:%s IMAGE"
            .formatted(one.binding().hostPort(), one.binding().container().brief()));
  }

  private static Remedy closing(Arrival one) {
    return Remedy.byHand(
        "close",
        "iptables -I DOCKER-USER -i %s -p %s -m conntrack --ctorigdstport %d --ctdir ORIGINAL"
                .formatted(
                    one.device(), one.binding().container().protocol(), one.binding().hostPort())
            + " -j DROP");
  }
}
