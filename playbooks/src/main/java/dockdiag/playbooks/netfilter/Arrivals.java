package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the host's rules do to outside clients of every published port that a scope is about.
///
/// Only the host's own namespace is walked, so that a host of many containers is looked at once.
///
/// @param manner whether NAT takes part
public record Arrivals(Scope scope, Manner manner) implements Inference<List<Arrival>> {

  /// Whether NAT takes part.
  public enum Manner {
    /// As it is.
    AS_IT_IS,
    /// As if nothing were translated: what the port would meet if a process of the host served it.
    UNTRANSLATED
  }

  /// As they are.
  public static Arrivals of(Scope scope) {
    return new Arrivals(scope, Manner.AS_IT_IS);
  }

  @Override
  public List<Arrival> infer(Facts facts) throws Unobservable {
    List<Flow> flows = Concerned.ports(scope, facts);
    List<Arrival> arrivals = new ArrayList<>();
    if (flows.isEmpty()) {
      return arrivals;
    }
    PacketPath path = new PacketPath(host(facts));
    for (Flow flow : flows) {
      for (PublishedPort binding : Concerned.bindings(flow, facts)) {
        arrival(path, flow, binding, facts).ifPresent(arrivals::add);
      }
    }
    return List.copyOf(arrivals);
  }

  private Netns host(Facts facts) throws Unobservable {
    Netns host = Netns.of(facts, Namespace.HOST);
    return manner == Manner.AS_IT_IS
        ? host
        : new Netns(
            untranslated(host.ruleset()), host.ipv4(), host.ipv6(), host.links(), host.settings());
  }

  /// Empty where nobody outside could ask: the port is on loopback, or there is no way to anybody.
  private static Optional<Arrival> arrival(
      PacketPath path, Flow flow, PublishedPort binding, Facts facts) throws Unobservable {
    Address asked = Entrance.of(binding, facts).getFirst().probe().to();
    if (asked.isLoopback()) {
      return Optional.empty();
    }
    Optional<Client> client = Client.outside(facts, flow.client(), asked);
    return client
        .filter(Client.Outside.class::isInstance)
        .map(Client.Outside.class::cast)
        .map(
            from ->
                new Arrival(
                    flow,
                    binding,
                    from.address(),
                    from.device(),
                    asked,
                    walk(path, from, asked, binding)));
  }

  private static Trace walk(
      PacketPath path, Client.Outside from, Address asked, PublishedPort binding) {
    return path.arriving(
        Packet.arriving(
            binding.container().protocol(),
            new Endpoint(from.address(), Client.PORT),
            new Endpoint(asked, binding.hostPort()),
            from.device()));
  }

  private static Ruleset untranslated(Ruleset ruleset) {
    return new Ruleset(ruleset.tables().stream().map(Arrivals::untranslated).toList());
  }

  private static Table untranslated(Table table) {
    List<Chain> chains =
        table.chains().stream()
            .filter(chain -> chain.hook().filter(hook -> hook.type() == Hook.Type.NAT).isEmpty())
            .toList();
    return new Table(table.backend(), table.family(), table.name(), chains, table.sets());
  }
}
