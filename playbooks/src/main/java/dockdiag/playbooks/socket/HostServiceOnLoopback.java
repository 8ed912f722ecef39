package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.SocketHolder;
import dockdiag.playbooks.contact.Contact;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.Optional;

/// The host's own server listens on the host's loopback, where no container comes.
public final class HostServiceOnLoopback implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (contact.port().isEmpty() || !contact.asksHost(facts)) {
      return Optional.empty();
    }
    Port port = contact.port().get();
    SocketsProbe probe = new SocketsProbe(Namespace.HOST);
    List<Socket> here =
        facts.get(probe).stream()
            .filter(one -> one.isListening() && one.port().equals(Optional.of(port)))
            .toList();
    if (here.isEmpty() || !here.stream().allMatch(one -> one.local().isLoopback())) {
      return Optional.empty();
    }
    Socket first = here.getFirst();
    String process =
        SocketHolder.of(first, Namespace.HOST, facts)
            .map(RunningProcess::name)
            .orElse("the server");
    String listener = first.local().with(first.localPort());
    return Optional.of(
        Finding.error(contact.subject())
            .word("process", process)
            .word("listener", listener)
            .because(probe, "LISTEN " + listener + " " + process)
            .mend(Remedy.byHand("bind")));
  }
}
