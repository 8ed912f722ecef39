package dockdiag.probes.route;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.List;

/// The neighbours of a network namespace by ARP and neighbour discovery, both families, as `ip -j
/// neigh` prints them; `/proc/net/arp` has neither IPv6 nor the states.
public record NeighboursProbe(Namespace namespace) implements Probe<List<Neighbour>> {

  @Override
  public List<Neighbour> observe(Host host) throws Unobservable {
    Response response =
        host.ask(new Request.RunCommand(namespace, List.of("ip", "-j", "neigh", "show")));
    String[] parts = response.body().split("(?m)^--$", 2);
    if (response.status() != 0) {
      throw new Unobservable(
          Reason.NOT_UNDERSTOOD, source() + ": " + parts[parts.length - 1].strip());
    }
    String text = parts[0].isBlank() ? "[]" : parts[0];
    return Json.read(source(), text, all -> all.items(NeighboursProbe::neighbour));
  }

  private static Neighbour neighbour(Json one) {
    return new Neighbour(
        one.at("dst").text(Address::parse).orElseThrow(() -> one.misread("no address")),
        one.at("dev").text(),
        one.at("lladdr").text(Mac::parse),
        String.join(" ", one.at("state").texts()));
  }

  @Override
  public String source() {
    return "ip neigh";
  }

  @Override
  public String byHand() {
    return switch (namespace) {
      case Namespace.OfContainer(_, int pid) -> "nsenter --target " + pid + " --net ip neigh";
      case Namespace.OfOverlay(String file) ->
          "nsenter --net=/run/docker/netns/" + file + " ip neigh";
      case Namespace.DockerHost _, Namespace.Self _ -> "ip neigh";
    };
  }
}
