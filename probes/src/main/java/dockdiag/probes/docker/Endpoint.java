package dockdiag.probes.docker;

import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A container's connection to one network, `NetworkSettings.Networks`.
///
/// @param network the network's name
/// @param networkId empty where the container never ran
/// @param ipv4 empty while the container does not run
/// @param ipv6 empty while the container does not run, or where the network has no IPv6
/// @param aliases names that were given for this network, on older engines with the short id
/// @param dnsNames all names that the engine answers for; empty before engine 25
/// @param fixed the address that was asked for, `--ip`
/// @param gatewayPriority the highest has the default route; 0 before engine 28
public record Endpoint(
    String network,
    String networkId,
    Optional<Ip> ipv4,
    Optional<Ip> ipv6,
    Optional<Mac> mac,
    List<String> aliases,
    List<String> dnsNames,
    Optional<Address> fixed,
    int gatewayPriority) {

  /// An address of the container on that network.
  ///
  /// @param prefixLength of the network it takes itself to be in
  /// @param gateway empty on networks without one
  public record Ip(Address address, int prefixLength, Optional<Address> gateway) {}

  /// Its addresses of both families.
  public List<Address> addresses() {
    return Stream.of(ipv4, ipv6).flatMap(Optional::stream).map(Ip::address).toList();
  }

  static List<Endpoint> all(Json networks) {
    return networks.members().entrySet().stream()
        .map(member -> of(member.getKey(), member.getValue()))
        .toList();
  }

  private static Endpoint of(String network, Json json) {
    return new Endpoint(
        network,
        json.at("NetworkID").text(),
        ip(json.at("IPAddress"), json.at("IPPrefixLen"), json.at("Gateway")),
        ip(json.at("GlobalIPv6Address"), json.at("GlobalIPv6PrefixLen"), json.at("IPv6Gateway")),
        json.at("MacAddress").text(Mac::parse),
        json.at("Aliases").texts(),
        json.at("DNSNames").texts(),
        json.at("IPAMConfig").at("IPv4Address").text(Address::parse),
        json.at("GwPriority").integer());
  }

  private static Optional<Ip> ip(Json address, Json prefixLength, Json gateway) {
    return address
        .text(Address::parse)
        .map(value -> new Ip(value, prefixLength.integer(), gateway.text(Address::parse)));
  }
}
