package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import java.util.Optional;
import java.util.Set;

/// The name is a container's, and on the default bridge the engine answers for nobody.
public final class DefaultBridgeHasNoNames implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    String name = naming.name().orElseThrow();
    Container asker = facts.get(naming.inspect());
    boolean onDefault =
        asker.endpoints().stream().anyMatch(endpoint -> endpoint.network().equals("bridge"));
    if (!onDefault || asker.endpoints().size() > 1) {
      return Optional.empty();
    }
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    Optional<Bearer> bearer = facts.infer(new NamesOf()).called(name).stream().findFirst();
    if (bearer.isEmpty() || InHosts.of(resolver, name, facts).isPresent()) {
      return Optional.empty();
    }
    Bearer other = bearer.get();
    String network = other.isOnDefaultBridge() ? "NETWORK" : other.network();
    return Optional.of(
        Finding.error(naming.subject())
            .word("bearer", other.container())
            .because(naming.inspect(), "networks: bridge")
            .because(other.probe(), other.container() + " is on " + other.network())
            .because(resolver.file(), "nameserver " + Evidence.list(resolver.servers()))
            .mend(network(naming, other, network)));
  }

  @Override
  public Set<String> brings() {
    return Set.of("name-not-found", "search-domain-misleads");
  }

  private static Remedy network(Naming naming, Bearer other, String network) {
    return other.isOnDefaultBridge()
        ? Remedy.byHand(
            "create",
            "docker network create NETWORK",
            CommandLine.of("docker", "network", "connect", network, other.container()),
            CommandLine.of("docker", "network", "connect", network, naming.container()))
        : Remedy.byHand(
            "connect", CommandLine.of("docker", "network", "connect", network, naming.container()));
  }
}
