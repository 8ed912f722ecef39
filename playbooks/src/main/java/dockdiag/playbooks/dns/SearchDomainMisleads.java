package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolution.Try;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A search domain answers for any name, so the name leads to where it should not.
public final class SearchDomainMisleads implements Check<Naming> {

  /// A label that nobody has given to anybody.
  private static final String NOBODY = "dockdiag-asks-for-nobody.";

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    String name = naming.name().orElseThrow();
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    Optional<Try> found = facts.infer(new ResolutionOf(naming.container(), name)).found();
    if (found.isEmpty() || found.get().name().equals(LookupProbe.absolute(name))) {
      return Optional.empty();
    }
    String domain = found.get().name().substring(LookupProbe.absolute(name).length());
    LookupProbe nobody =
        LookupProbe.udp(
            resolver.inside(),
            found.get().ipv4().probe().server(),
            new Question(NOBODY + domain, LookupProbe.Type.A),
            1);
    List<Address> anybody =
        facts.get(nobody).reply().map(Lookup.Reply::addresses).orElse(List.of());
    return anybody.isEmpty() || !found.get().addresses().containsAll(anybody)
        ? Optional.empty()
        : Optional.of(
            Finding.error(naming.subject())
                .word("full", bare(found.get().name()))
                .word("domain", bare(domain))
                .word("addresses", Evidence.list(found.get().addresses()))
                .because(
                    resolver.file(),
                    "search %s, ndots %d"
                        .formatted(
                            String.join(" ", resolver.conf().search()), resolver.conf().ndots()))
                .because(found.get().ipv4().probe(), found.get().ipv4().lookup().toString())
                .because(nobody, facts.get(nobody).toString())
                .mend(Remedy.byHand("search")));
  }

  @Override
  public Set<String> brings() {
    return Set.of("name-resolves-elsewhere");
  }

  private static String bare(String full) {
    return full.substring(0, full.length() - 1);
  }
}
