package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Resolution.Try;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// A container bears the name, and what the asking one is told is another address.
public final class NameResolvesElsewhere implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    String from = contact.from().orElseThrow();
    Resolver resolver = facts.infer(new ResolverOf(from));
    List<Bearer> bearers =
        facts.infer(new NamesOf()).called(contact.to()).stream()
            .filter(one -> one.running() && resolver.networks().contains(one.networkId()))
            .toList();
    if (bearers.isEmpty() || InHosts.of(resolver, contact.to(), facts).isPresent()) {
      return Optional.empty();
    }
    Optional<Try> found = facts.infer(new ResolutionOf(from, contact.to())).found();
    List<Address> meant = bearers.stream().flatMap(one -> one.addresses().stream()).toList();
    return found
        .filter(one -> one.addresses().stream().noneMatch(meant::contains))
        .map(one -> found(contact, resolver, bearers.getFirst(), one));
  }

  private static Finding found(Contact contact, Resolver resolver, Bearer bearer, Try told) {
    String full = told.name().substring(0, told.name().length() - 1);
    boolean byServer = told.name().equals(LookupProbe.absolute(contact.to()));
    return Finding.error(contact.subject())
        .word("full", full)
        .word("bearer", bearer.container())
        .word("addresses", Evidence.list(told.addresses()))
        .because(told.ipv4().probe(), told.ipv4().lookup().toString())
        .because(
            resolver.file(),
            "search %s, ndots %d"
                .formatted(String.join(" ", resolver.conf().search()), resolver.conf().ndots()))
        .because(
            bearer.probe(),
            "%s on %s: %s"
                .formatted(bearer.container(), bearer.network(), Evidence.list(bearer.addresses())))
        .mend(Remedy.byHand(byServer ? "server" : "dot"));
  }
}
