package dockdiag.cli.diagram;

import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Topology;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A topology as a tree: each network, below it its containers.
public final class TopologyTree {

  /// Options that say what is so without them.
  private static final Set<String> USUAL =
      Set.of(
          "com.docker.network.bridge.default_bridge=true",
          "com.docker.network.bridge.enable_icc=true",
          "com.docker.network.bridge.enable_ip_masquerade=true",
          "com.docker.network.bridge.host_binding_ipv4=0.0.0.0",
          "com.docker.network.driver.mtu=1500");

  /// Options that the line says in other words.
  private static final Set<String> TOLD = Set.of("com.docker.network.bridge.name", "parent");

  private TopologyTree() {}

  /// The networks' branches, in the topology's order.
  public static List<Branch> of(Topology topology) {
    return topology.networks().stream().map(TopologyTree::network).toList();
  }

  private static Branch network(Cables cables) {
    DockerNetwork network = cables.network();
    List<String> facts = new ArrayList<>();
    facts.add(network.driver());
    bridge(cables).ifPresent(facts::add);
    network.parent().ifPresent(parent -> facts.add("parent " + parent));
    network.pools().forEach(pool -> facts.add(pool(pool, cables)));
    if (network.internal()) {
      facts.add("internal");
    }
    network.options().entrySet().stream()
        .filter(option -> !USUAL.contains(option.getKey() + "=" + option.getValue()))
        .filter(option -> !TOLD.contains(option.getKey()))
        .map(option -> shortened(option.getKey()) + "=" + option.getValue())
        .forEach(facts::add);
    List<Branch> branches = cables.plugs().stream().map(TopologyTree::container).toList();
    return new Branch(network.name(), facts, branches);
  }

  private static String shortened(String option) {
    return option.substring(option.lastIndexOf('.') + 1);
  }

  private static Optional<String> bridge(Cables cables) {
    return cables.network().bridge().map(name -> "dev " + name + state(cables));
  }

  private static String state(Cables cables) {
    try {
      return cables.bridge().map(link -> link.up() ? "" : " down").orElse(" missing");
    } catch (Unobservable unseen) {
      return "";
    }
  }

  private static String pool(DockerNetwork.Pool pool, Cables cables) {
    return pool.subnet() + cables.gateway(pool).map(gateway -> " gateway " + gateway).orElse("");
  }

  private static Branch container(Plug plug) {
    List<String> facts = new ArrayList<>();
    plug.endpoint().addresses().stream().map(Address::toString).forEach(facts::add);
    if (plug.isLive()) {
      facts.add(cable(plug));
    }
    plug.endpoint().mac().ifPresent(mac -> facts.add(mac.text()));
    if (!plug.aliases().isEmpty()) {
      facts.add("aliases " + String.join(" ", plug.aliases()));
    }
    if (!plug.isLive()) {
      facts.add(plug.container().status().name().toLowerCase(Locale.ROOT));
    }
    return new Branch(plug.container().name(), facts, List.of());
  }

  private static String cable(Plug plug) {
    try {
      Link inner = plug.plugged();
      String outer = plug.socket().map(link -> "@" + link.name()).orElse("");
      return inner.name() + outer + " mtu " + inner.mtu();
    } catch (Unobservable unseen) {
      return "? " + unseen.detail();
    }
  }
}
