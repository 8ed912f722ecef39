package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Target;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server in the other container listens on that container's loopback alone.
public final class TargetOnLoopback implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Target target = contact.target();
    boolean asksItself = target.container().equals(contact.from());
    if (contact.port().isEmpty() || target.network().isEmpty() || asksItself) {
      return Optional.empty();
    }
    Listeners listeners = Listeners.of(contact.flow(), facts);
    List<Socket> here = listeners.on(contact.port().get());
    if (here.isEmpty() || !here.stream().allMatch(socket -> socket.local().isLoopback())) {
      return Optional.empty();
    }
    Socket first = here.getFirst();
    return Optional.of(
        Finding.error(contact.subject())
            .word("target", target.container().orElseThrow())
            .word("process", listeners.name(first, facts))
            .word("listener", first.local().with(first.localPort()))
            .because(listeners.probe(), listeners.describe(first, facts))
            .mend(Remedy.byHand("bind")));
  }

  @Override
  public Set<String> brings() {
    return Set.of("target-has-no-listener");
  }
}
