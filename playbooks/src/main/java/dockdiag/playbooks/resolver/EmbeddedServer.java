package dockdiag.playbooks.resolver;

import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.net.Port;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.ArrayList;
import java.util.List;

/// The engine's DNS server in a container's namespace: sockets at ports that the kernel chose, and
/// NAT rules that lead port 53 of 127.0.0.11 there.
///
/// @param ports of its sockets
/// @param leading the rules, as they stand
public record EmbeddedServer(Namespace inside, List<Port> ports, List<String> leading) {

  private static final int SAMPLES = 4;

  /// The question for what it has to ask others.
  public static LookupProbe outside(Namespace inside) {
    return LookupProbe.udp(inside, ResolvConf.EMBEDDED, Upstream.ROOT, SAMPLES);
  }

  /// The question for what it knows itself: the container's own name.
  public static LookupProbe own(Namespace inside, String container) {
    Question itself = new Question(LookupProbe.absolute(container), LookupProbe.Type.A);
    return LookupProbe.udp(inside, ResolvConf.EMBEDDED, itself, SAMPLES);
  }

  public static EmbeddedServer of(Namespace inside, Facts facts) throws Unobservable {
    List<Port> ports =
        facts.get(new SocketsProbe(inside)).stream()
            .filter(Socket::isEmbeddedDns)
            .filter(Socket::isListening)
            .flatMap(socket -> socket.port().stream())
            .toList();
    List<String> leading = new ArrayList<>();
    for (Backend backend : List.of(Backend.IPTABLES_NFT, Backend.IPTABLES_LEGACY)) {
      leading.addAll(leading(facts.get(new IptablesProbe(inside, Family.IP, backend))));
    }
    if (leading.isEmpty()) {
      leading.addAll(leading(facts.get(new NftProbe(inside))));
    }
    return new EmbeddedServer(inside, ports, leading);
  }

  private static List<String> leading(Ruleset ruleset) {
    return ruleset.dnatRules().stream()
        .filter(rule -> rule.destination().map(one -> one.holds(ResolvConf.EMBEDDED)).orElse(false))
        .filter(rule -> rule.ports().map(ports -> ports.contains(LookupProbe.PORT)).orElse(true))
        .map(DnatRule::rule)
        .map(Ruleset.Rule::text)
        .toList();
  }

  /// Whether questions get to it, by all that can be seen.
  public boolean isLedTo() {
    return !ports.isEmpty() && !leading.isEmpty();
  }

  public SocketsProbe sockets() {
    return new SocketsProbe(inside);
  }

  public Probe<?> rules() {
    return new IptablesProbe(inside, Family.IP, Backend.IPTABLES_NFT);
  }
}
