package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.netfilter.Backend;
import java.util.List;
import java.util.Optional;

/// The engine has iptables' FORWARD drop what no rule accepts, and nobody accepts what comes from a
/// bridge of somebody else's.
public final class DockerBreaksVms implements Check<HostRules> {

  private static final String USERS = "DOCKER-USER";

  @Override
  public Optional<Finding> examine(HostRules scope, Facts facts) throws Unobservable {
    List<Guests> all = Guests.of(facts);
    for (Guests guests : all) {
      Optional<Place> policy = guests.policy().filter(DockerBreaksVms::isEngines);
      if (policy.isPresent()) {
        return Optional.of(found(scope, guests, policy.get()));
      }
    }
    return Walked.clear(all.stream().map(Guests::trace).toList());
  }

  /// Of the table where the engine has its chains: it sets that policy where it turns forwarding
  /// on by itself (setupIPForwarding of moby's libnetwork, 20.10 to 29).
  private static boolean isEngines(Place policy) {
    return policy.table().backend() != Backend.NFTABLES
        && policy.chain().equals("FORWARD")
        && policy.table().chains().stream().anyMatch(chain -> chain.name().equals(USERS));
  }

  private static Finding found(HostRules scope, Guests guests, Place policy) {
    return Finding.warning(scope.subject())
        .word("bridge", guests.bridge())
        .word("policy", policy)
        .because(
            EngineRules.probe(policy.table().backend(), policy.table().family()),
            policy + ": " + policy.text())
        .because(
            new LinksProbe(Namespace.HOST),
            guests.bridge() + ": a bridge with ports, of none of the engine's networks")
        .mend(remedy(guests, policy.table().backend()));
  }

  private static Remedy remedy(Guests guests, Backend backend) {
    return Remedy.byHand( // whether its guests are to get out is for a person to say
            "accept", command(backend, "-I", out(guests)), command(backend, "-I", back(guests)))
        .undoneBy(command(backend, "-D", out(guests)), command(backend, "-D", back(guests)))
        .untilReload();
  }

  private static String command(Backend backend, String action, String rule) {
    return "%s %s %s %s -j ACCEPT".formatted(backend.command(), action, USERS, rule);
  }

  private static String out(Guests guests) {
    return "-i %s -o %s".formatted(guests.bridge(), guests.uplink());
  }

  private static String back(Guests guests) {
    return "-i %s -o %s -m conntrack --ctstate RELATED,ESTABLISHED"
        .formatted(guests.uplink(), guests.bridge());
  }
}
