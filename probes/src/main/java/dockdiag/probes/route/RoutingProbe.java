package dockdiag.probes.route;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Rules and routes of one family, as `ip -j` prints them; `/proc/net` shows neither the rules nor
/// the tables but main and local.
///
/// @param version the family
public record RoutingProbe(Namespace namespace, IpVersion version) implements Probe<Routing> {

  /// Which routes.
  public enum IpVersion {
    /// IPv4.
    V4,
    /// IPv6.
    V6;

    private String option() {
      return this == V4 ? "-4" : "-6";
    }
  }

  @Override
  public Routing observe(Host host) throws Unobservable {
    RoutingReading reading = new RoutingReading(version);
    List<RoutingRule> rules = ask(host, "rule", List.of("rule", "show"), reading::rules);
    List<TableRoute> routes =
        ask(host, "route", List.of("route", "show", "table", "all"), reading::routes);
    return new Routing(rules, routes);
  }

  private <F> F ask(
      Host host, String what, List<String> words, java.util.function.Function<Json, F> reading)
      throws Unobservable {
    List<String> argv = new ArrayList<>(List.of("ip", "-j", version.option()));
    argv.addAll(words);
    Response response = host.ask(new Request.RunCommand(namespace, argv));
    String[] parts = response.body().split("(?m)^--$", 2);
    if (response.status() != 0) {
      throw new Unobservable(
          Reason.NOT_UNDERSTOOD, "ip " + what + ": " + parts[parts.length - 1].strip());
    }
    // of no rules or routes, as where IPv6 is off, nothing at all is printed
    return Json.read("ip " + what, parts[0].isBlank() ? "[]" : parts[0], reading);
  }

  @Override
  public String source() {
    return "ip " + version.option() + " rule; ip " + version.option() + " route";
  }

  @Override
  public String byHand() {
    return "ip " + version.option() + " rule; ip " + version.option() + " route show table all";
  }
}
