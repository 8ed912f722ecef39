package dockdiag.testenv;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table of one family as the nftables backend of dockerd 29 fills it, with docker-proxy on
/// (moby 29.0, daemon/libnetwork/drivers/bridge/internal/nftabler).
record NftablesTable(String family, List<Bridge> bridges, List<Published> published) {
  private static final List<String> MAPS =
      List.of(
          "filter-forward-in", "filter-forward-out", "nat-postrouting-in", "nat-postrouting-out");

  /// A bridge network, of one family.
  record Bridge(String device, String family, String subnet, Network network) {

    boolean isInternal() {
      return Boolean.TRUE.equals(network.getInternal());
    }

    boolean connectsContainers() {
      return !"false".equals(option("enable_icc"));
    }

    /// An engine without iptables says of its default bridge that it does not, whatever it is told.
    boolean masquerades() {
      return "true".equals(option("default_bridge"))
          || !"false".equals(option("enable_ip_masquerade"));
    }

    private @Nullable String option(String name) {
      return network.getOptions().get("com.docker.network.bridge." + name);
    }

    Stream<String> containers() {
      return network.getContainers().values().stream()
          .map(it -> family.equals("ip") ? it.getIpv4Address() : it.getIpv6Address())
          .filter(address -> address != null && !address.isEmpty())
          .map(address -> address.substring(0, address.indexOf('/')))
          .sorted();
    }
  }

  /// A published port of a container in one of its networks.
  record Published(Bridge bridge, String address, ExposedPort port, Ports.Binding binding) {

    String asked() {
      return port.getProtocol() + " dport " + binding.getHostPortSpec();
    }

    String served() {
      return port.getProtocol() + " dport " + port.getPort();
    }
  }

  String text() {
    return """
    table %1$s docker-bridges
    delete table %1$s docker-bridges
    table %1$s docker-bridges {
    %2$s
    chain filter-FORWARD {
      type filter hook forward priority filter; policy accept;
      oifname vmap @filter-forward-in-jumps
      iifname vmap @filter-forward-out-jumps
    }
    chain nat-OUTPUT {
      type nat hook output priority -100; policy accept;
      %1$s daddr != %3$s fib daddr type local counter jump nat-prerouting-and-output
    }
    chain nat-POSTROUTING {
      type nat hook postrouting priority srcnat; policy accept;
      iifname vmap @nat-postrouting-out-jumps
      oifname vmap @nat-postrouting-in-jumps
    }
    chain nat-PREROUTING {
      type nat hook prerouting priority dstnat; policy accept;
      fib daddr type local counter jump nat-prerouting-and-output
    }
    chain nat-prerouting-and-output {
    %4$s
    }
    chain raw-PREROUTING {
      type filter hook prerouting priority raw; policy accept;
    %5$s
    }
    %6$s
    }
    """
        .formatted(
            family,
            lines(MAPS.stream().map(this::map)),
            isIpv4() ? "127.0.0.0/8" : "::1",
            lines(published.stream().map(this::translation)),
            lines(Stream.concat(directAccess(), remoteLoopback())),
            lines(bridges.stream().map(this::chains)));
  }

  private boolean isIpv4() {
    return family.equals("ip");
  }

  private String map(String name) {
    String elements =
        bridges.stream()
            .map(it -> "\"@\" : jump NAME__@".replace("NAME", name).replace("@", it.device()))
            .collect(Collectors.joining(", "));
    String filled = bridges.isEmpty() ? "" : "elements = { " + elements + " }";
    return "map " + name + "-jumps {\n  type ifname : verdict\n  " + filled + "\n}";
  }

  private String translation(Published it) {
    String host = it.binding().getHostIp();
    boolean everywhere = Set.of("0.0.0.0", "::").contains(host);
    return "iifname != \"%s\" %s%s%s counter dnat to %s:%d comment \"DNAT\""
        .formatted(
            it.bridge().device(),
            isIpv4() ? "" : "ip6 saddr != fe80::/10 ",
            everywhere ? "" : family + " daddr " + host + " ",
            it.asked(),
            isIpv4() ? it.address() : "[" + it.address() + "]",
            it.port().getPort());
  }

  private Stream<String> directAccess() {
    String rule = "%s daddr %s iifname != \"%s\" counter drop comment \"DROP DIRECT ACCESS\"";
    return bridges.stream()
        .filter(it -> !it.isInternal())
        .flatMap(
            it -> it.containers().map(address -> rule.formatted(family, address, it.device())));
  }

  private Stream<String> remoteLoopback() {
    String rule = "iifname != \"lo\" ip daddr %s %s counter drop comment \"DROP REMOTE LOOPBACK\"";
    return published.stream()
        .filter(it -> it.binding().getHostIp().startsWith("127."))
        .map(it -> rule.formatted(it.binding().getHostIp(), it.asked()));
  }

  private String chains(Bridge bridge) {
    String rest = bridge.isInternal() ? internal() : connected(bridge);
    return rest.replace("VERDICT", bridge.connectsContainers() ? "accept" : "drop")
        .replace("@", bridge.device());
  }

  private String connected(Bridge bridge) {
    String masquerade =
        "oifname != \"@\" %s saddr %s counter masquerade comment \"MASQUERADE\""
            .formatted(family, bridge.subnet());
    return """
    chain filter-forward-in__@ {
      ct state established,related counter accept
      iifname "@" counter VERDICT comment "ICC"
    %s
      counter drop comment "UNPUBLISHED PORT DROP"
    }
    chain filter-forward-out__@ {
      ct state established,related counter accept
      counter accept comment "OUTGOING"
    }
    chain nat-postrouting-in__@ {
    }
    chain nat-postrouting-out__@ {
      %s
    }
    """
        .formatted(lines(ports(bridge)), bridge.masquerades() ? masquerade : "");
  }

  private Stream<String> ports(Bridge bridge) {
    return published.stream()
        .filter(it -> it.bridge().equals(bridge))
        .map(it -> "%s daddr %s %s counter accept".formatted(family, it.address(), it.served()))
        .distinct();
  }

  private static String internal() {
    return """
    chain filter-forward-in__@ {
      ct state established,related counter accept
      iifname != "@" counter drop comment "INTERNAL NETWORK INGRESS"
      counter VERDICT comment "ICC"
    }
    chain filter-forward-out__@ {
      ct state established,related counter accept
      oifname != "@" counter drop comment "INTERNAL NETWORK EGRESS"
    }
    chain nat-postrouting-in__@ {
    }
    chain nat-postrouting-out__@ {
    }
    """;
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
