package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Target;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.Optional;

/// Nobody in the other container takes what comes for that address and port.
public final class TargetHasNoListener implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Target target = contact.target();
    if (contact.port().isEmpty() || target.network().isEmpty()) {
      return Optional.empty();
    }
    Port port = contact.port().get();
    Listeners listeners = Listeners.of(contact.flow(), facts);
    for (Address address : target.addresses()) {
      if (isRefused(listeners, port, address)) {
        return Optional.of(found(contact, listeners, address));
      }
    }
    return Optional.empty();
  }

  private static boolean isRefused(Listeners listeners, Port port, Address address) {
    return listeners.on(port).stream()
        .allMatch(socket -> socket.accepts(address).equals(Optional.of(false)));
  }

  /// By the first address, that of IPv4 where it has one, everybody comes; by another few.
  private static Finding found(Contact contact, Listeners listeners, Address address) {
    boolean decides = address.equals(contact.target().address());
    String container = contact.target().container().orElseThrow();
    return (decides ? Finding.error(contact.subject()) : Finding.warning(contact.subject()))
        .word("target", container)
        .word("asked", address.with(contact.port().orElseThrow().number()))
        .word("ports", listeners.ports())
        .because(listeners.probe(), "listening: " + listeners.ports())
        .mend(Remedy.byHand("log", CommandLine.of("docker", "logs", "--tail", "50", container)));
  }
}
