package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.HostsEntry;
import dockdiag.probes.dns.HostsProbe;
import java.util.List;
import java.util.Optional;

/// A line of the container's hosts file gives a container's name another address.
public final class HostsFileOverride implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    HostsProbe file = new HostsProbe(resolver.inside());
    List<HostsEntry> entries = facts.get(file);
    Names names = facts.infer(new NamesOf());
    for (HostsEntry entry : entries) {
      for (String name : entry.names()) {
        boolean asked = naming.name().map(name::equalsIgnoreCase).orElse(true);
        Optional<Bearer> wrong = asked ? wrong(entry, name, resolver, names) : Optional.empty();
        if (wrong.isPresent()) {
          return Optional.of(finding(naming, file, entry, wrong.get()));
        }
      }
    }
    return Optional.empty();
  }

  /// The container of that name, where the line is about none of that name.
  private static Optional<Bearer> wrong(
      HostsEntry entry, String name, Resolver resolver, Names names) {
    List<Bearer> bearers =
        names.called(name).stream()
            .filter(one -> one.running() && !one.container().equals(resolver.container().name()))
            .toList();
    return bearers.stream().anyMatch(one -> one.addresses().contains(entry.address()))
        ? Optional.empty()
        : bearers.stream().findFirst();
  }

  private static Finding finding(Naming naming, HostsProbe file, HostsEntry entry, Bearer bearer) {
    return Finding.error(naming.subject())
        .word("line", entry)
        .word("bearer", bearer.container())
        .word("addresses", Evidence.list(bearer.addresses()))
        .because(file, entry.toString())
        .because(
            bearer.probe(),
            "%s on %s: %s"
                .formatted(bearer.container(), bearer.network(), Evidence.list(bearer.addresses())))
        .mend(Remedy.byHand("anew"));
  }
}
