package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A container is called so on another of its networks, and not on the one that it shares with the
/// asking one.
public final class AliasMissing implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(contact.from().orElseThrow()));
    if (!resolver.isEmbedded() || InHosts.of(resolver, contact.to(), facts).isPresent()) {
      return Optional.empty();
    }
    Names names = facts.infer(new NamesOf());
    Set<String> own = resolver.networks();
    List<Bearer> called = names.called(contact.to()).stream().filter(Bearer::running).toList();
    if (called.stream().anyMatch(one -> own.contains(one.networkId()))) {
      return Optional.empty();
    }
    Set<String> containers = called.stream().map(Bearer::container).collect(Collectors.toSet());
    return names.bearers().stream()
        .filter(one -> containers.contains(one.container()) && own.contains(one.networkId()))
        .filter(one -> !one.isOnDefaultBridge())
        .findFirst()
        .map(here -> found(contact, here, called.getFirst()));
  }

  @Override
  public Set<String> brings() {
    return Set.of("name-not-found", "search-domain-misleads", "name-resolves-elsewhere");
  }

  private static Finding found(Contact contact, Bearer here, Bearer there) {
    String to = contact.to();
    return Finding.error(contact.subject())
        .word("target", here.container())
        .word("network", here.network())
        .word("other", there.network())
        .word("works", here.names().getFirst())
        .because(here.probe(), told(here))
        .because(there.probe(), told(there))
        .mend(
            Remedy.byHand(
                    "alias",
                    CommandLine.of(
                        "docker", "network", "disconnect", here.network(), here.container()),
                    CommandLine.of(
                        "docker",
                        "network",
                        "connect",
                        "--alias",
                        to,
                        here.network(),
                        here.container()))
                .undoneBy(
                    CommandLine.of(
                        "docker", "network", "disconnect", here.network(), here.container()),
                    CommandLine.of(
                        "docker", "network", "connect", here.network(), here.container())));
  }

  private static String told(Bearer one) {
    return "%s on %s is called %s"
        .formatted(one.container(), one.network(), Evidence.list(one.names()));
  }
}
