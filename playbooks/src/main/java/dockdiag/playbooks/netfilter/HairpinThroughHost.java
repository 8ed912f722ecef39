package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.exchange.Stop.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import java.util.Optional;
import java.util.Set;

/// A container asks a published port by the host's address, and a rule stops it on this way round.
public final class HairpinThroughHost implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (contact.port().isEmpty() || !contact.asksHost(facts)) {
      return Optional.empty();
    }
    Optional<String> server =
        facts.get(new ContainersProbe()).stream()
            .filter(one -> publishes(one, contact))
            .map(ContainerSummary::name)
            .findFirst();
    if (server.isEmpty()) {
      return Optional.empty();
    }
    Optional<Stop> stop =
        Stop.first(contact.flow(), facts, Part.ALL, one -> one.place().isPresent());
    return stop.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Blocked.finding(contact.flow(), stop.get(), facts)
                .word("server", server.get())
                .mend(Remedy.byHand("name")));
  }

  private static boolean publishes(ContainerSummary container, Contact contact) {
    return container.published().stream()
        .anyMatch(one -> contact.port().equals(Optional.of(one.host())));
  }

  @Override
  public Set<String> brings() {
    return Set.of("input-dropped", "forward-dropped", "reply-dropped", "container-firewall");
  }
}
