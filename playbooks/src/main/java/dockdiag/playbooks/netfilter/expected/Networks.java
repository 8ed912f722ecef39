package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.netfilter.Family;
import java.util.List;

/// What a bridge network's options ask of the engine's rules.
final class Networks {

  private static final String OPTION = "com.docker.network.bridge.";

  private Networks() {}

  /// Whether the engine makes rules of that family for it.
  static boolean isOf(DockerNetwork network, Family family) {
    return network.bridge().isPresent() && !subnets(network, family).isEmpty();
  }

  /// Whether containers' packets leave with the host's address; not where a fixed address or none
  /// is asked for, nor on networks that are routed (28 calls it `gateway_mode`).
  static boolean isMasqueraded(DockerNetwork network, Family family) {
    return network.options().getOrDefault(OPTION + "enable_ip_masquerade", "true").equals("true")
        && mode(network, family).startsWith("nat")
        && !network.options().containsKey("com.docker.network." + host(family));
  }

  /// Whether its ports are published by DNAT.
  static boolean isTranslated(DockerNetwork network, Family family) {
    return network.bridge().isPresent()
        && !network.internal()
        && mode(network, family).startsWith("nat");
  }

  static List<String> subnets(DockerNetwork network, Family family) {
    return network.pools().stream()
        .map(pool -> pool.subnet().text())
        .filter(subnet -> subnet.contains(":") == (family == Family.IP6))
        .toList();
  }

  private static String mode(DockerNetwork network, Family family) {
    String version = family == Family.IP6 ? "6" : "4";
    return network.options().getOrDefault(OPTION + "gateway_mode_ipv" + version, "nat");
  }

  private static String host(Family family) {
    return family == Family.IP6 ? "host_ipv6" : "host_ipv4";
  }
}
