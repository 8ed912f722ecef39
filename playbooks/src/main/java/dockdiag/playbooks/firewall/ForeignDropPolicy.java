package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.netfilter.Arrivals;
import dockdiag.playbooks.netfilter.Clearing;
import dockdiag.playbooks.netfilter.Owner;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A base chain of somebody else's drops whatever it does not know: the engine's ACCEPT ends the
/// engine's chain alone.
public final class ForeignDropPolicy implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    Backend engine = EngineRules.backend(facts);
    List<Arrival> arrivals = facts.infer(Arrivals.of(scope));
    List<Arrival> dropped =
        arrivals.stream()
            .filter(one -> one.stoppedAt().filter(place -> isForeign(place, engine)).isPresent())
            .toList();
    if (dropped.isEmpty()) {
      return Walked.clearOf(arrivals);
    }
    Place place = dropped.getFirst().stoppedAt().orElseThrow();
    Chain chain = chain(place);
    Finding finding =
        Finding.error(scope.subject())
            .word("place", place)
            .word("ports", Evidence.list(dropped.stream().distinct().toList()))
            .because(probe(place), place + ": " + place.text())
            .because(probe(place), "chain " + chain.name() + ": " + hook(chain));
    return Optional.of(finding.mend(remedy(place, facts)));
  }

  /// Its policy, or a last rule that asks for nothing.
  private static boolean isForeign(Place place, Backend engine) {
    Chain chain = chain(place);
    boolean all = place.number() == 0 || asksForNothing(chain.rules().get(place.number() - 1));
    boolean foreign =
        place.table().backend() == Backend.NFTABLES
            ? Owner.of(place.table(), chain.name()) == Owner.OTHER
            : engine == Backend.NFTABLES;
    return chain.hook().filter(hook -> hook.point() == Point.FORWARD).isPresent() && all && foreign;
  }

  private static boolean asksForNothing(Rule rule) {
    return rule.statements().stream().noneMatch(Match.class::isInstance);
  }

  private static Chain chain(Place place) {
    return place.table().chains().stream()
        .filter(one -> one.name().equals(place.chain()))
        .findFirst()
        .orElseThrow();
  }

  private static String hook(Chain chain) {
    return chain
        .hook()
        .map(hook -> "hook " + hook.point() + ", priority " + hook.priority())
        .orElse("");
  }

  private static Probe<Ruleset> probe(Place place) {
    Backend backend = place.table().backend();
    return backend == Backend.NFTABLES
        ? new NftProbe(Namespace.HOST)
        : EngineRules.probe(backend, place.table().family());
  }

  private static Remedy remedy(Place place, Facts facts) throws Unobservable {
    if (place.table().backend() != Backend.NFTABLES) {
      Clearing policy = Clearing.of(place);
      return Remedy.automatic("policy", policy.removing())
          .undoneBy(policy.restoring())
          .untilReload();
    }
    String chain =
        CommandLine.of(place.table().family().toString(), place.table().name(), place.chain());
    String set = "{ " + String.join(", ", bridges(place, facts)) + " }";
    return Remedy.automatic(
            "accept",
            "nft insert rule %s 'oifname %s counter accept'".formatted(chain, set),
            "nft insert rule %s 'iifname %s counter accept'".formatted(chain, set))
        .undoneBy("nft -a list chain " + chain)
        .untilReload();
  }

  private static List<String> bridges(Place place, Facts facts) throws Unobservable {
    return facts.get(new NetworksProbe()).stream()
        .filter(network -> !network.internal())
        .filter(network -> place.table().family() != Family.IP6 || network.ipv6())
        .map(DockerNetwork::bridge)
        .flatMap(Optional::stream)
        .map(bridge -> "\"" + bridge + "\"")
        .toList();
  }

  @Override
  public Set<String> brings() {
    return Set.of(
        "forward-dropped", "reply-dropped", "input-dropped", "egress-dropped", "dns-blocked");
  }
}
