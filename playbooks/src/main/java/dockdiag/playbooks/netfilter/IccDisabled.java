package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The network was made with `enable_icc=false`: its containers are not to reach each other.
public final class IccDisabled implements Check<Contact> {

  private static final String OPTION = "com.docker.network.bridge.enable_icc";

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Optional<DockerNetwork> network =
        facts.get(new NetworksProbe()).stream()
            .filter(one -> contact.target().network().equals(Optional.of(one.id())))
            .filter(one -> "false".equals(one.options().get(OPTION)))
            .findFirst();
    if (network.isEmpty() || contact.from().isEmpty()) {
      return Optional.empty();
    }
    return contact.end(facts) instanceof End.Stopped(Leg leg, Fate.Dropped(Place place))
            && leg.where() instanceof Where.OverBridge
        ? Optional.of(found(contact, network.get(), leg, place))
        : Optional.empty();
  }

  @Override
  public Set<String> brings() {
    return Set.of("bridge-filtered", "forward-dropped");
  }

  private static Finding found(Contact contact, DockerNetwork network, Leg leg, Place place) {
    Family family = contact.target().address().isIpv6() ? Family.IP6 : Family.IP;
    return Finding.error(contact.subject())
        .word("network", network.name())
        .word("rule", place)
        .because(new NetworksProbe(), network.name() + ": " + OPTION + "=false")
        .because(
            new IptablesProbe(Namespace.HOST, family, place.table().backend()),
            place + ": " + place.text())
        .mend(accepted(contact, network, leg.before(), family))
        .mend(Remedy.byHand("recreate", "docker network create NETWORK"));
  }

  /// A rule for this pair and this port alone, before the engine's own; the answers are let through
  /// by what the engine accepts of connections.
  private static Remedy accepted(
      Contact contact, DockerNetwork network, Packet packet, Family family) {
    String bridge = network.bridge().orElseThrow();
    String iptables = family == Family.IP6 ? "ip6tables" : "iptables";
    List<String> rule = new ArrayList<>(List.of("-i", bridge, "-o", bridge));
    rule.addAll(List.of("-s", host(packet.source().address())));
    rule.addAll(List.of("-d", host(contact.target().address())));
    contact
        .port()
        .ifPresent(
            port ->
                rule.addAll(
                    List.of("-p", port.protocol().toString(), "--dport", "" + port.number())));
    rule.addAll(List.of("-j", "ACCEPT"));
    return Remedy.automatic("accept", command(iptables, "-I", rule))
        .undoneBy(command(iptables, "-D", rule))
        .forNow();
  }

  private static String host(Address address) {
    return address + (address.isIpv6() ? "/128" : "/32");
  }

  private static String command(String iptables, String action, List<String> rule) {
    List<String> words = new ArrayList<>(List.of(iptables, action, "DOCKER-USER"));
    words.addAll(rule);
    return CommandLine.of(words.toArray(String[]::new));
  }
}
