package dockdiag.probes.swarm;

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

/// The forwarding table of the bridges and VXLAN devices of a namespace, `bridge -j fdb`.
public record ForwardingProbe(Namespace namespace) implements Probe<List<Forwarding>> {

  @Override
  public List<Forwarding> observe(Host host) throws Unobservable {
    Response response =
        host.ask(new Request.RunCommand(namespace, List.of("bridge", "-j", "fdb", "show")));
    String[] parts = response.body().split("(?m)^--$", 2);
    if (response.status() != 0) {
      throw new Unobservable(
          Reason.NOT_UNDERSTOOD, source() + ": " + parts[parts.length - 1].strip());
    }
    String text = parts[0].isBlank() ? "[]" : parts[0];
    return Json.read(source(), text, all -> all.items(ForwardingProbe::forwarding));
  }

  private static Forwarding forwarding(Json one) {
    return new Forwarding(
        one.at("mac").text(Mac::parse).orElseThrow(() -> one.misread("no address")),
        one.at("ifname").text(),
        one.at("dst").text(Address::parse));
  }

  @Override
  public String source() {
    return "bridge fdb";
  }

  @Override
  public String byHand() {
    return namespace instanceof Namespace.OfOverlay(String file)
        ? "nsenter --net=/run/docker/netns/" + file + " bridge fdb show"
        : "bridge fdb show";
  }
}
