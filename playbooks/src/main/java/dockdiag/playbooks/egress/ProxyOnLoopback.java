package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.playbooks.outward.WebProxy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Endpoint.Ip;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.Optional;

/// The container's environment names a proxy on the loopback, which is the container's own, and
/// nobody listens there.
public final class ProxyOnLoopback implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    Optional<WebProxy> proxy = WebProxy.of(facts.get(egress.inspect()), egress.whom());
    Exit exit = egress.exit(facts);
    if (proxy.isEmpty() || !proxy.get().isLoopback() || exit.isOfHost()) {
      return Optional.empty();
    }
    SocketsProbe inside = new SocketsProbe(exit.inside());
    return isServed(inside, proxy.get().port(), facts)
        ? Optional.empty()
        : Optional.of(found(egress, exit, proxy.get(), inside, facts));
  }

  private static boolean isServed(SocketsProbe sockets, Port port, Facts facts)
      throws Unobservable {
    return facts.get(sockets).stream()
        .filter(Socket::isListening)
        .anyMatch(socket -> socket.port().equals(Optional.of(port)));
  }

  private static Finding found(
      Egress egress, Exit exit, WebProxy proxy, SocketsProbe inside, Facts facts)
      throws Unobservable {
    Finding finding =
        (egress.isForWeb() ? Finding.error(egress.subject()) : Finding.warning(egress.subject()))
            .word("proxy", proxy.where())
            .word("variable", proxy.variable())
            .because(proxy.named(egress.inspect()))
            .because(inside, "no LISTEN on " + proxy.port());
    SocketsProbe host = new SocketsProbe(Namespace.HOST);
    if (isServed(host, proxy.port(), facts)) {
      finding = finding.because(host, "LISTEN on " + proxy.port());
    }
    String gateway =
        exit.plugs().stream()
            .flatMap(plug -> plug.endpoint().ipv4().flatMap(Ip::gateway).stream())
            .map(one -> one.with(proxy.port().number()))
            .findFirst()
            .orElse("HOST:" + proxy.port().number());
    return finding.mend(
        Remedy.byHand(
            "anew", "docker run --env %s=http://%s …".formatted(proxy.variable(), gateway)));
  }
}
