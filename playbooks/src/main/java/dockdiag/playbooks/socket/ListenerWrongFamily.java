package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server takes one IP family, and clients come with the other.
public final class ListenerWrongFamily implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    List<Socket> here = listeners.on(port);
    Optional<Address> unheard =
        listeners.container().addresses().stream()
            .filter(own -> here.stream().allMatch(socket -> isOfOtherFamily(socket, own)))
            .findFirst();
    if (here.isEmpty() || unheard.isEmpty()) {
      return Optional.empty();
    }
    Socket first = here.getFirst();
    // of two addresses one still works: only clients of the other family notice
    boolean isOnly = listeners.container().addresses().size() == 1;
    Finding finding = isOnly ? Finding.error(flow.subject()) : Finding.warning(flow.subject());
    return Optional.of(
        finding
            .word("process", listeners.name(first, facts))
            .word("listener", first.local().with(first.localPort()))
            .word("address", unheard.get())
            .because(listeners.probe(), listeners.describe(first, facts))
            .because(flow.inspect(), "address " + unheard.get())
            .mend(Remedy.byHand("both")));
  }

  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed", "localhost-resolves-to-ipv6");
  }

  /// Bound to all addresses of the other family alone; loopback is another fault.
  private static boolean isOfOtherFamily(Socket socket, Address own) {
    return socket.local().isAny()
        && socket.local().isIpv6() != own.isIpv6()
        && !socket.accepts(own).orElse(true);
  }
}
