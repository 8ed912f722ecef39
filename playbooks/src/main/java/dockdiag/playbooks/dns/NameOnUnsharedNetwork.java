package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;
import java.util.Set;

/// The name is a container's, on networks that the asking one is not on.
public final class NameOnUnsharedNetwork implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    String name = naming.name().orElseThrow();
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    if (!resolver.isEmbedded() || InHosts.of(resolver, name, facts).isPresent()) {
      return Optional.empty();
    }
    Names names = facts.infer(new NamesOf());
    Set<String> own = resolver.networks();
    if (names.called(name).stream().anyMatch(bearer -> own.contains(bearer.networkId()))) {
      return Optional.empty();
    }
    return names.called(name).stream()
        .filter(Bearer::running)
        .findFirst()
        .map(other -> finding(naming, other));
  }

  @Override
  public Set<String> brings() {
    return Set.of("name-not-found", "search-domain-misleads");
  }

  private static Finding finding(Naming naming, Bearer other) {
    Finding finding =
        Finding.error(naming.subject())
            .word("bearer", other.container())
            .word("network", other.network())
            .because(
                other.probe(),
                "%s bears %s on %s"
                    .formatted(other.container(), naming.name().orElseThrow(), other.network()))
            .because(naming.inspect(), naming.container() + " is not on " + other.network());
    return other.isOnDefaultBridge()
        ? finding.mend(
            Remedy.byHand(
                "other",
                CommandLine.of("docker", "network", "connect", "NETWORK", other.container())))
        : finding.mend(
            Remedy.byHand(
                    "connect",
                    CommandLine.of(
                        "docker", "network", "connect", other.network(), naming.container()))
                .undoneBy(
                    CommandLine.of(
                        "docker", "network", "disconnect", other.network(), naming.container())));
  }
}
