package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Port;
import java.util.Optional;
import java.util.Set;

/// A neighbour asks the port that the host publishes; between containers it is the server's own.
public final class HostPortUsedBetweenContainers implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (contact.port().isEmpty()
        || contact.from().isEmpty()
        || contact.target().network().isEmpty()) {
      return Optional.empty();
    }
    Port port = contact.port().get();
    Listeners listeners = Listeners.of(contact.flow(), facts);
    Optional<PublishedPort> published =
        listeners.container().published().stream()
            .filter(one -> one.host().equals(port) && !one.container().equals(port))
            .filter(one -> !listeners.on(one.container()).isEmpty())
            .findFirst();
    return listeners.on(port).isEmpty()
        ? published.map(one -> found(contact, listeners, one))
        : Optional.empty();
  }

  @Override
  public Set<String> brings() {
    return Set.of("target-has-no-listener");
  }

  private static Finding found(Contact contact, Listeners listeners, PublishedPort published) {
    return Finding.error(contact.subject())
        .word("target", listeners.container().name())
        .word("asked", published.host())
        .word("own", published.container())
        .because(
            contact.flow().inspect(),
            "published: %s leads to %s".formatted(published.host(), published.container()))
        .because(listeners.probe(), "listening: " + listeners.ports())
        .mend(Remedy.byHand("port"));
  }
}
