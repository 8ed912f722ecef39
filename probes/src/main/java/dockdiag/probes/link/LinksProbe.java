package dockdiag.probes.link;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.Json;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.List;
import java.util.Optional;

/// The interfaces of a network namespace with their addresses, as `ip -j -d address` prints them.
public record LinksProbe(Namespace namespace) implements Probe<List<Link>> {

  @Override
  public List<Link> observe(Host host) throws Unobservable {
    Response response =
        host.ask(new Request.RunCommand(namespace, List.of("ip", "-j", "-d", "address", "show")));
    String[] parts = response.body().split("(?m)^--$", 2);
    if (response.status() != 0) {
      throw new Unobservable(
          Reason.NOT_UNDERSTOOD, source() + ": " + parts[parts.length - 1].strip());
    }
    return Json.read(source(), parts[0], all -> all.items(LinksProbe::link));
  }

  private static Link link(Json link) {
    List<String> flags = link.at("flags").texts();
    return new Link(
        link.at("ifindex").integer(),
        link.at("ifname").text(),
        flags.contains("UP"),
        flags.contains("LOWER_UP"),
        link.at("linkinfo").at("info_kind").text(),
        link.at("master").text(Optional::of),
        number(link.at("link_index")),
        number(link.at("linkinfo").at("info_data").at("port")),
        link.at("mtu").integer(),
        link.at("link_type").text().equals("ether")
            ? link.at("address").text(Mac::parse)
            : Optional.empty(),
        // an address of the other family's kind is left out by `ip` itself, as an empty object
        link.at("addr_info").items().stream()
            .filter(address -> !address.at("local").isAbsent())
            .map(LinksProbe::assigned)
            .toList());
  }

  private static Optional<Integer> number(Json json) {
    return json.isAbsent() ? Optional.empty() : Optional.of(json.integer());
  }

  private static Assigned assigned(Json address) {
    return new Assigned(
        address.at("local").text(Address::parse).orElseThrow(() -> address.misread("none")),
        address.at("prefixlen").integer(),
        address.at("scope").text());
  }

  @Override
  public String source() {
    return "ip address";
  }

  @Override
  public String byHand() {
    return switch (namespace) {
      case Namespace.OfContainer(_, int pid) -> "nsenter --target " + pid + " --net ip -d address";
      case Namespace.OfOverlay(String file) ->
          "nsenter --net=/run/docker/netns/" + file + " ip -d address";
      case Namespace.DockerHost _, Namespace.Self _ -> "ip -d address";
    };
  }
}
