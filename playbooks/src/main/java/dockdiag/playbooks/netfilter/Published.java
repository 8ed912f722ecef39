package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Flow;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettings;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.reach.ConnectProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A published port, and what the host's rules should do for it.
///
/// @param networks those that the container is attached to
/// @param all every network of the engine
record Published(
    Port port, Container container, List<DockerNetwork> networks, List<DockerNetwork> all) {

  private static final int IP6TABLES_BY_DEFAULT = 27;

  static Published of(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    List<DockerNetwork> all = facts.get(new NetworksProbe());
    List<DockerNetwork> attached =
        all.stream()
            .filter(
                network ->
                    container.endpoints().stream()
                        .anyMatch(one -> one.network().equals(network.name())))
            .toList();
    return new Published(flow.port().orElseThrow(), container, attached, all);
  }

  /// The bindings that have a DNAT rule while all is well.
  ///
  /// Of those on loopback docker-proxy takes care while there is one. IPv6 has rules by default
  /// since engine 27, and only for containers that have an IPv6 address; before, and for all
  /// others, docker-proxy alone serves it.
  List<PublishedPort> translated(Facts facts) throws Unobservable {
    List<PublishedPort> translated = new ArrayList<>();
    for (PublishedPort binding : container.published()) {
      if (binding.container().equals(port) && isTranslated(binding.hostAddress(), facts)) {
        translated.add(binding);
      }
    }
    return translated;
  }

  private boolean isTranslated(Address host, Facts facts) throws Unobservable {
    if (networks.stream().noneMatch(network -> translates(network, host.isIpv6()))) {
      return false;
    }
    if (host.isLoopback() && (host.isIpv6() || !isProxyOff(facts))) {
      return false;
    }
    return host.isIpv6()
        ? container.endpoints().stream().allMatch(one -> one.ipv6().isPresent())
            && makesRulesForIpv6(facts)
        : container.endpoints().stream().anyMatch(one -> one.ipv4().isPresent());
  }

  private static boolean translates(DockerNetwork network, boolean ipv6) {
    String mode =
        network
            .options()
            .getOrDefault("com.docker.network.bridge.gateway_mode_ipv" + (ipv6 ? "6" : "4"), "nat");
    return isOverlay(network)
        || (network.driver().equals("bridge") && !network.internal() && mode.startsWith("nat"));
  }

  private static boolean isOverlay(DockerNetwork network) {
    return network.driver().equals("overlay");
  }

  private static boolean makesRulesForIpv6(Facts facts) throws Unobservable {
    Optional<Boolean> told = settings(facts).flatMap(one -> one.ip6tables().value());
    return told.isPresent()
        ? told.get()
        : facts.get(new DaemonProbe()).majorVersion() >= IP6TABLES_BY_DEFAULT;
  }

  /// Whether the engine is known to run no docker-proxy.
  static boolean isProxyOff(Facts facts) {
    return settings(facts).flatMap(one -> one.userlandProxy().value()).equals(Optional.of(false));
  }

  /// Whether clients of the host's own address fail where no rule leads to the container: nothing
  /// else answers, or a real packet got none.
  static boolean isDeafWithoutRule(PublishedPort binding, Facts facts) throws Unobservable {
    if (isProxyOff(facts)) {
      return true;
    }
    ConnectProbe probe = Entrance.of(binding, facts).getFirst().probe();
    try {
      return switch (facts.get(probe).outcome()) {
        case CONNECTED, ANSWERED, SILENT, NO_ADDRESS -> false;
        case REFUSED, TIMED_OUT, NO_ROUTE, UNREACHABLE, RESET -> true;
      };
    } catch (Unobservable notSent) {
      return false;
    }
  }

  /// What the engine was told, where that can be seen; rules prove a fault without it.
  static Optional<DaemonSettings> settings(Facts facts) {
    try {
      return Optional.of(facts.get(new DaemonSettingsProbe()));
    } catch (Unobservable hidden) {
      return Optional.empty();
    }
  }

  /// The address at which the host is asked for that binding.
  static Address asked(PublishedPort binding, Facts facts) throws Unobservable {
    return Entrance.of(binding, facts).getFirst().probe().to();
  }

  /// Whether that rule leads to the container and to this port of it.
  ///
  /// A container on an overlay network is published by the network `docker_gwbridge`, of which the
  /// engine does not tell the container's address.
  boolean isLedToBy(DnatRule rule, PublishedPort binding) {
    boolean samePort =
        rule.toPorts()
            .map(ports -> ports.contains(port.number()))
            .orElse(binding.hostPort() == port.number());
    return samePort && rule.toAddress().filter(this::isOwn).isPresent();
  }

  private boolean isOwn(Address address) {
    return container.addresses().contains(address)
        || (networks.stream().anyMatch(Published::isOverlay)
            && all.stream()
                .filter(network -> network.name().equals("docker_gwbridge"))
                .anyMatch(network -> network.contains(address)));
  }

  /// The container's address of that family, and the bridge by which it is reached.
  Optional<Inside> inside(boolean ipv6) {
    for (Endpoint endpoint : container.endpoints()) {
      Optional<Endpoint.Ip> ip = ipv6 ? endpoint.ipv6() : endpoint.ipv4();
      Optional<String> bridge =
          networks.stream()
              .filter(network -> network.name().equals(endpoint.network()))
              .flatMap(network -> network.bridge().stream())
              .findFirst();
      if (ip.isPresent() && bridge.isPresent()) {
        return Optional.of(new Inside(ip.get().address(), bridge.get()));
      }
    }
    return Optional.empty();
  }

  /// Where the packet is to go.
  record Inside(Address address, String bridge) {}
}
