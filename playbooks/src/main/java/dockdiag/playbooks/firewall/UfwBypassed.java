package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.netfilter.Arrivals;
import dockdiag.playbooks.netfilter.Arrivals.Manner;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.Owner;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.firewall.Ufw;
import dockdiag.probes.firewall.UfwProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ufw denies a port that is published, and it is open all the same: what is translated does not
/// come to the rules for the host itself.
public final class UfwBypassed implements Check<HostRules> {

  /// A port that is open, and what would stop it if a process of the host served it.
  private record Bypass(Arrival open, Place denied) {}

  @Override
  public Optional<Finding> examine(HostRules scope, Facts facts) throws Unobservable {
    Optional<Ufw> ufw = facts.get(new UfwProbe());
    if (ufw.isEmpty() || !ufw.get().enabled()) {
      return Optional.empty();
    }
    List<Arrival> real = facts.infer(Arrivals.of(scope));
    List<Arrival> supposed = facts.infer(new Arrivals(scope, Manner.UNTRANSLATED));
    List<Bypass> bypasses = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      Optional<Place> denied = supposed.get(i).stoppedAt().filter(UfwBypassed::isUfws);
      if (real.get(i).passes() && denied.isPresent()) {
        bypasses.add(new Bypass(real.get(i), denied.get()));
      }
    }
    if (bypasses.isEmpty()) {
      Walked.clearOf(real);
      return Walked.clearOf(supposed);
    }
    return Optional.of(found(scope, ufw.get(), bypasses, EngineRules.backend(facts)));
  }

  /// A rule of its own, or the policy that it has given to INPUT.
  private static boolean isUfws(Place place) {
    return Owner.of(place.table(), place.chain()) == Owner.UFW
        || (place.chain().equals("INPUT") && place.number() == 0);
  }

  private static Finding found(HostRules scope, Ufw ufw, List<Bypass> bypasses, Backend engine) {
    Bypass first = bypasses.getFirst();
    Finding finding =
        Finding.warning(scope.subject())
            .word("ports", Evidence.list(bypasses.stream().map(Bypass::open).distinct().toList()))
            .because(new UfwProbe(), "ENABLED=yes, DEFAULT_INPUT_POLICY=" + ufw.input())
            .because(
                EngineRules.probe(first.denied().table().backend(), Family.IP),
                "without DNAT: %s: %s".formatted(first.denied(), first.denied().text()));
    for (Bypass one : bypasses) {
      finding =
          finding.because(
              new ContainersProbe(), one.open().flow().container() + " " + one.open().binding());
    }
    int port = first.open().binding().hostPort();
    String protocol = first.open().binding().container().protocol().toString();
    finding =
        finding.mend(
            Remedy.byHand(
                "loopback",
                "docker run -p 127.0.0.1:%d:%s IMAGE"
                    .formatted(port, first.open().binding().container().brief())));
    if (engine != Backend.NFTABLES) {
      String rule =
          "-i %s -p %s -m conntrack --ctorigdstport %d --ctdir ORIGINAL -j DROP"
              .formatted(first.open().device(), protocol, port);
      finding =
          finding.mend(
              Remedy.byHand("close", "iptables -I DOCKER-USER " + rule)
                  .undoneBy("iptables -D DOCKER-USER " + rule)
                  .untilReload());
    }
    return finding.mend(
        Remedy.byHand("allow", "ufw allow %d/%s".formatted(port, protocol))
            .undoneBy("ufw delete allow %d/%s".formatted(port, protocol)));
  }
}
