package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Health;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.SocketsProbe;
import java.util.Optional;
import java.util.Set;

/// The server is still starting: its health check has not succeeded yet, and nobody listens.
public final class DependencyNotReady implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Optional<Flow> target = contact.target().container().map(Flow::to);
    if (target.isEmpty() || contact.port().isEmpty()) {
      return Optional.empty();
    }
    Port port = contact.port().get();
    Container container = facts.get(target.get().inspect());
    boolean starts =
        container.health().flatMap(Health::status).equals(Optional.of(Health.Status.STARTING));
    if (!starts) {
      return Optional.empty();
    }
    SocketsProbe probe = new SocketsProbe(target.get().inside(container));
    Set<Port> listening = Publication.listening(facts.get(probe));
    if (listening.contains(port)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(contact.subject())
            .word("target", container.name())
            .word("port", port)
            .because(target.get().inspect(), "State.Health.Status starting")
            .because(probe, "listening: " + Evidence.list(listening))
            .mend(
                Remedy.byHand(
                    "wait", CommandLine.of("docker", "logs", "--follow", container.name()))));
  }

  @Override
  public Set<String> brings() {
    return Set.of("target-has-no-listener");
  }
}
