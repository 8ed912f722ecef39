package dockdiag.probes.route;

import java.util.List;

/// How one family's packets find their way in a network namespace.
///
/// @param rules in the order in which they are asked
/// @param routes of all tables, the local one too
public record Routing(List<RoutingRule> rules, List<TableRoute> routes) {}
