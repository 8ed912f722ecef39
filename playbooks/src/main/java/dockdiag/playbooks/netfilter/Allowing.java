package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Namespace;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;

/// Lets packets of one neighbour past a rule or a policy of the host's iptables, and takes that
/// back.
///
/// @param place the rule, or the policy, that stops them
/// @param packet one of them
/// @param port by which they are known, of either end
/// @param neighbour whose they are
public record Allowing(Place place, Packet packet, Port port, Address neighbour) {

  /// A rule more, before the one that stops them.
  public String allowing() {
    return command().accept(place.number(), matches());
  }

  /// That rule taken out.
  public String undoing() {
    return command().refuse(matches());
  }

  private RuleCommand command() {
    return new RuleCommand(place.table(), place.chain(), Namespace.HOST);
  }

  private List<String> matches() {
    String protocol = port.protocol().toString();
    boolean from = packet.source().address().equals(neighbour);
    boolean to = packet.destination().port() == port.number();
    List<String> words = new ArrayList<>();
    words.addAll(List.of(from ? "-s" : "-d", neighbour.toString()));
    words.addAll(List.of("-p", protocol, "-m", protocol));
    words.addAll(List.of(to ? "--dport" : "--sport", Integer.toString(port.number())));
    return words;
  }
}
