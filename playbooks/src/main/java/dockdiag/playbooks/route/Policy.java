package dockdiag.playbooks.route;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.Routing;
import dockdiag.probes.route.RoutingRule;
import dockdiag.probes.route.TableRoute;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which rule of the routing policy decides where the host's own packets to an address go; packets
/// that are marked, or come by a certain interface, may be treated otherwise.
public record Policy(Routing routing) {

  private static final Pattern SUPPRESSES =
      Pattern.compile("suppress_prefixlen(?:gth)? \"?(\\d+)\"?");
  private static final Comparator<TableRoute> BEST =
      Comparator.<TableRoute>comparingInt(route -> -route.destination().prefixLength())
          .thenComparingInt(TableRoute::metric);

  /// A rule and the route that it found in its table.
  public record Choice(RoutingRule rule, TableRoute route) {}

  /// @throws Unobservable where a rule asks what is not known
  public Optional<Choice> choice(Address to) throws Unobservable {
    for (RoutingRule rule : routing.rules()) {
      if (!isFor(rule, to)) {
        continue;
      }
      int longerThan = suppressed(rule);
      Optional<TableRoute> route =
          routing.routes().stream()
              .filter(one -> one.table().equals(rule.table()))
              .filter(one -> one.destination().contains(to))
              .min(BEST)
              .filter(one -> one.destination().prefixLength() > longerThan);
      if (route.isPresent() && route.get().type() != TableRoute.Type.THROW) {
        return route.map(one -> new Choice(rule, one));
      }
    }
    return Optional.empty();
  }

  private static boolean isFor(RoutingRule rule, Address to) {
    boolean holds =
        rule.from().isEmpty()
            && rule.to().map(subnet -> subnet.contains(to)).orElse(true)
            && rule.incoming().map("lo"::equals).orElse(true)
            && rule.mark().map(mark -> mark.holds(0)).orElse(true);
    return holds != rule.negated();
  }

  /// Routes no longer than that do not count, as WireGuard and others have it (ip-rule(8)).
  private static int suppressed(RoutingRule rule) throws Unobservable {
    if (rule.unmodelled().isEmpty()) {
      return -1;
    }
    Matcher matcher = SUPPRESSES.matcher(rule.unmodelled());
    if (!matcher.matches()) {
      throw new Unobservable(
          Reason.NOT_UNDERSTOOD, "ip rule " + rule.priority() + ": " + rule.unmodelled());
    }
    return Integer.parseInt(matcher.group(1));
  }
}
