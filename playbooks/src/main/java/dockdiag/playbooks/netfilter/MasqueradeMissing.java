package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The container's packets leave the host with the container's own address, to which nobody outside
/// knows a way back.
public final class MasqueradeMissing implements Check<Egress> {

  private static final String BRIDGE = "com.docker.network.bridge.";

  /// A packet that left with the address that it was made with.
  private record Bare(DockerNetwork network, String device, Packet packet) {}

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    return Wired.first(egress.pending(facts), outing -> judge(egress, outing, facts));
  }

  private static Optional<Finding> judge(Egress egress, Outing outing, Facts facts)
      throws Unobservable {
    Optional<Bare> bare = bare(egress.walked(outing, facts), facts);
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> purpose = purpose(bare.get());
    if (purpose.isEmpty()) {
      return Optional.of(missing(egress, bare.get(), facts));
    }
    return isAnsweredOnlyToHost(outing, facts)
        ? Optional.of(meant(egress, bare.get(), purpose.get()))
        : Optional.empty();
  }

  /// From a bridge of the engine's, to somebody who is on none.
  private static Optional<Bare> bare(Exchange trip, Facts facts) throws Unobservable {
    Optional<Leg> last =
        trip.legs().stream()
            .filter(leg -> leg.direction() == Direction.REQUEST)
            .filter(leg -> leg.where() instanceof Where.OnHost)
            .reduce((first, second) -> second);
    if (!isAnswered(trip)
        || last.isEmpty()
        || !(last.get().trace().fate() instanceof Fate.Sent(String device, Packet sent))) {
      return Optional.empty();
    }
    Packet before = last.get().before();
    boolean same = sent.source().address().equals(before.source().address());
    return facts.get(new NetworksProbe()).stream()
        .filter(network -> network.bridge().equals(Optional.of(before.in())))
        .filter(_ -> same)
        .findFirst()
        .map(network -> new Bare(network, device, sent));
  }

  /// That the answer does not come back is no matter: engines since 28 let nobody in who asks a
  /// container by its own address.
  private static boolean isAnswered(Exchange trip) {
    return trip.end() instanceof End.Away
        || (trip.end() instanceof End.Stopped(Leg leg, var _)
            && leg.direction() == Direction.REPLY);
  }

  /// The option of the network that says so on purpose.
  private static Optional<String> purpose(Bare bare) {
    String family = bare.packet().source().address().isIpv6() ? "ipv6" : "ipv4";
    Map<String, String> options = bare.network().options();
    return Stream.of(
            Map.entry(BRIDGE + "enable_ip_masquerade", "false"),
            Map.entry(BRIDGE + "gateway_mode_" + family, "routed"))
        .filter(one -> one.getValue().equals(options.get(one.getKey())))
        .map(one -> one.getKey() + "=" + one.getValue())
        .findFirst();
  }

  /// Another router may know the way back, or may translate: only a real packet tells.
  private static boolean isAnsweredOnlyToHost(Outing outing, Facts facts) throws Unobservable {
    boolean failed = outing.seen(facts).map(dockdiag.playbooks.Reach.Fate::fails).orElse(false);
    return failed
        && !outing.seenByHost(facts).map(dockdiag.playbooks.Reach.Fate::fails).orElse(true);
  }

  private static Finding found(Egress egress, Bare bare) {
    return Finding.error(egress.subject())
        .word("network", bare.network().name())
        .word("address", bare.packet().source().address())
        .word("device", bare.device())
        .because(
            EngineRules.probe(Backend.IPTABLES_NFT, family(bare)),
            "sent by " + bare.device() + ": " + bare.packet());
  }

  private static Family family(Bare bare) {
    return bare.packet().source().address().isIpv6() ? Family.IP6 : Family.IP;
  }

  private static Finding meant(Egress egress, Bare bare, String option) {
    return found(egress, bare)
        .because(new NetworksProbe(), bare.network().name() + ": " + option)
        .mend(
            Remedy.byHand(
                "anew",
                "docker network create --subnet SUBNET NEW",
                "docker network connect NEW " + egress.container()))
        .mend(Remedy.byHand("route"));
  }

  private static Finding missing(Egress egress, Bare bare, Facts facts) throws Unobservable {
    Backend backend = EngineRules.backend(facts);
    Address address = bare.packet().source().address();
    Optional<String> subnet =
        bare.network().pools().stream()
            .filter(pool -> pool.subnet().contains(address))
            .map(pool -> pool.subnet().text())
            .findFirst();
    Finding finding =
        found(egress, bare)
            .because(
                EngineRules.probe(backend, family(bare)),
                "no rule masquerades " + Evidence.list(subnet.stream().toList()));
    if (backend != Backend.NFTABLES && subnet.isPresent()) {
      String command =
          address.isIpv6() ? "ip6" + backend.command().substring(2) : backend.command();
      String rule =
          " POSTROUTING -s %s ! -o %s -j MASQUERADE"
              .formatted(subnet.get(), bare.network().bridge().orElseThrow());
      finding =
          finding.mend(
              Remedy.automatic("masquerade", command + " -t nat -A" + rule)
                  .undoneBy(command + " -t nat -D" + rule)
                  .forNow());
    }
    return finding.mend(Remedy.byHand("restart", "systemctl restart docker"));
  }

  @Override
  public Set<String> brings() {
    return Set.of("egress-dropped");
  }
}
