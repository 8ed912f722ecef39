package dockdiag.playbooks.outward;

import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.Endpoint;
import java.util.List;

/// The question whether a container has addresses of IPv6 alone, as in a network that was made with
/// `--ipv4=false` (engines since 28).
record Ipv6Alone(String container) implements Inference<Boolean> {

  @Override
  public Boolean infer(Facts facts) throws Unobservable {
    List<Endpoint> endpoints =
        ResolverOf.endpoints(facts.get(new ContainerProbe(container)), facts);
    return endpoints.stream().anyMatch(one -> one.ipv6().isPresent())
        && endpoints.stream().noneMatch(one -> one.ipv4().isPresent());
  }
}
