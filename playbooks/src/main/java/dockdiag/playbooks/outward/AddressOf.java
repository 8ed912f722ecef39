package dockdiag.playbooks.outward;

import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.HostsEntry;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// The question at which address a container's processes find a host: the first that they are told,
/// of IPv4 where there is one and the container speaks it; empty where the name does not resolve.
record AddressOf(String container, String host) implements Inference<Optional<Address>> {

  @Override
  public Optional<Address> infer(Facts facts) throws Unobservable {
    Optional<Address> literal = Address.parse(host);
    if (literal.isPresent()) {
      return literal;
    }
    Resolver resolver = facts.infer(new ResolverOf(container));
    Optional<HostsEntry> line = InHosts.of(resolver, host, facts);
    if (line.isPresent()) {
      return line.map(HostsEntry::address);
    }
    List<Address> addresses = facts.infer(new ResolutionOf(container, host)).addresses();
    boolean ipv6 = facts.infer(new Ipv6Alone(container));
    return addresses.stream()
        .filter(one -> one.isIpv6() == ipv6)
        .findFirst()
        .or(() -> addresses.stream().findFirst());
  }
}
