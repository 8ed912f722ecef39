package dockdiag.cli.diagram;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Topology;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import java.util.Collection;
import java.util.Locale;

/// A topology for programs: the member `tree` of `dockdiag.report/1`.
public final class TopologyJson {

  private TopologyJson() {}

  /// The networks, in the topology's order.
  public static JsonArray of(Topology topology) {
    JsonArray networks = new JsonArray();
    topology.networks().forEach(cables -> networks.add(network(cables)));
    return networks;
  }

  private static JsonObject network(Cables cables) {
    DockerNetwork network = cables.network();
    JsonObject json = new JsonObject();
    json.addProperty("network", network.name());
    json.addProperty("id", network.id());
    json.addProperty("driver", network.driver());
    json.addProperty("scope", network.scope());
    json.addProperty("internal", network.internal());
    json.addProperty("ipv6", network.ipv6());
    JsonArray subnets = new JsonArray();
    network.pools().forEach(pool -> subnets.add(pool(pool, cables)));
    json.add("subnets", subnets);
    network.bridge().ifPresent(name -> json.add("bridge", bridge(name, cables)));
    network.parent().ifPresent(parent -> json.addProperty("parent", parent));
    JsonObject options = new JsonObject();
    network.options().forEach(options::addProperty);
    json.add("options", options);
    JsonArray containers = new JsonArray();
    cables.plugs().forEach(plug -> containers.add(container(plug)));
    json.add("containers", containers);
    return json;
  }

  private static JsonObject pool(DockerNetwork.Pool pool, Cables cables) {
    JsonObject json = new JsonObject();
    json.addProperty("subnet", pool.subnet().text());
    cables.gateway(pool).ifPresent(gateway -> json.addProperty("gateway", gateway.toString()));
    return json;
  }

  private static JsonObject bridge(String name, Cables cables) {
    try {
      return cables.bridge().map(TopologyJson::link).orElseGet(() -> named(name));
    } catch (Unobservable unseen) {
      return named(name);
    }
  }

  private static JsonObject named(String name) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    return json;
  }

  private static JsonObject link(Link link) {
    JsonObject json = named(link.name());
    json.addProperty("up", link.up());
    json.addProperty("mtu", link.mtu());
    return json;
  }

  private static JsonObject container(Plug plug) {
    JsonObject json = new JsonObject();
    json.addProperty("container", plug.container().name());
    json.addProperty("status", plug.container().status().name().toLowerCase(Locale.ROOT));
    json.add("addresses", texts(plug.endpoint().addresses()));
    plug.endpoint().mac().ifPresent(mac -> json.addProperty("mac", mac.text()));
    json.add("aliases", texts(plug.aliases()));
    if (plug.isLive()) {
      cable(plug, json);
    }
    return json;
  }

  private static void cable(Plug plug, JsonObject json) {
    try {
      json.add("interface", link(plug.plugged()));
      plug.socket().ifPresent(socket -> json.add("veth", link(socket)));
    } catch (Unobservable unseen) {
      json.addProperty("unseen", unseen.detail());
    }
  }

  private static JsonArray texts(Collection<?> all) {
    JsonArray array = new JsonArray();
    all.forEach(one -> array.add(one.toString()));
    return array;
  }
}
