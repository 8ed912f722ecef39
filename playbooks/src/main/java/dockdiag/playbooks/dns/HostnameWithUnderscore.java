package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolution;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The name resolves, and has an underscore, which many programs take for no host's name.
public final class HostnameWithUnderscore implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Optional<String> name = naming.name().filter(one -> one.contains("_"));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String better = name.get().replace('_', '-');
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    if (facts.infer(new NamesOf()).isAnsweredFor(better, resolver.networks())) {
      return Optional.empty();
    }
    Resolution resolution = facts.infer(new ResolutionOf(naming.container(), name.get()));
    return resolution
        .found()
        .map(
            found ->
                Finding.warning(naming.subject())
                    .word("better", better)
                    .because(found.ipv4().probe(), found.ipv4().lookup().toString())
                    .mend(
                        Remedy.byHand(
                            "alias",
                            CommandLine.of(
                                "docker",
                                "network",
                                "connect",
                                "--alias",
                                better,
                                "NETWORK",
                                "CONTAINER"))));
  }
}
