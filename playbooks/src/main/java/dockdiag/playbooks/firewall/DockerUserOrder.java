package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.netfilter.Arrivals;
import dockdiag.playbooks.netfilter.Clearing;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.Owner;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules in DOCKER-USER that no packet comes to, or that ask for the host's port where packets have
/// the container's already.
///
/// It is an error where the packet of a published port is dropped in that chain though a rule there
/// was meant to let it pass; a warning where a rule that was meant to drop does not.
public final class DockerUserOrder implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    Backend backend = EngineRules.backend(facts);
    if (backend == Backend.NFTABLES) {
      return Optional.empty(); // it has no such chain
    }
    Probe<Ruleset> probe = EngineRules.probe(backend, Family.IP);
    Optional<UserChain> chain = UserChain.in(facts.get(probe));
    if (chain.isEmpty() || chain.get().isAsTheEngineMakesIt()) {
      return Optional.empty();
    }
    List<Arrival> arrivals = facts.infer(Arrivals.of(scope));
    for (Arrival arrival : arrivals) {
      Optional<Place> stop = arrival.stoppedAt().filter(DockerUserOrder::isInChain);
      if (stop.isPresent()) {
        List<UserRule> vain = chain.get().meantToPass(arrival, stop.get());
        if (!vain.isEmpty()) {
          return Optional.of(
              found(Finding.error(scope.subject()), vain, probe)
                  .word("effect", arrival + " is dropped at " + stop.get())
                  .because(probe, stop.get() + ": " + stop.get().text())
                  .mend(mend(vain.getFirst(), arrival)));
        }
      }
    }
    Walked.clearOf(arrivals);
    return scope instanceof HostRules
        ? idle(scope, chain.get(), arrivals, probe)
        : Optional.empty();
  }

  private static boolean isInChain(Place place) {
    return Owner.of(place.table(), place.chain()) == Owner.DOCKER_USER;
  }

  /// Rules that were meant to drop and do not; a port that is open is told with the host's.
  private static Optional<Finding> idle(
      Scope scope, UserChain chain, List<Arrival> arrivals, Probe<Ruleset> probe) {
    List<UserRule> idle = chain.idle(arrivals);
    return idle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found(Finding.warning(scope.subject()), idle, probe)
                .word("effect", "they do nothing")
                .mend(Remedy.byHand("order", moving(idle))));
  }

  private static Finding found(Finding finding, List<UserRule> rules, Probe<Ruleset> probe) {
    Finding found =
        finding.word("rules", Evidence.list(rules.stream().map(UserRule::place).toList()));
    for (UserRule rule : rules) {
      found =
          found.because(
              probe,
              "%s: %s (%d packets; %s)"
                  .formatted(rule.place(), rule.rule().text(), rule.rule().packets(), rule.why()));
    }
    return found;
  }

  private static Remedy mend(UserRule rule, Arrival arrival) {
    Clearing command = new Clearing(rule.table(), "DOCKER-USER", rule.rule().number());
    return Remedy.automatic("first", command.removing(), rule.first(arrival))
        .undoneBy(
            rule.first(arrival).replace(" -I DOCKER-USER 1 ", " -D DOCKER-USER "),
            command.restoring())
        .untilReload();
  }

  private static String[] moving(List<UserRule> rules) {
    return rules.reversed().stream()
        .flatMap(
            rule -> {
              Clearing command = new Clearing(rule.table(), "DOCKER-USER", rule.rule().number());
              return List.of(command.removing(), rule.again()).stream();
            })
        .toArray(String[]::new);
  }

  @Override
  public Set<String> brings() {
    return Set.of("forward-dropped");
  }
}
