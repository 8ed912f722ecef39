package dockdiag.probes.route;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Hostile;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.RoutingRule.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingProbeTest {

  private static final RoutingProbe PROBE = new RoutingProbe(Namespace.HOST, IpVersion.V4);

  @Test
  void readsThePolicyInItsOrder() throws Unobservable {
    assertThat(routing().rules())
        .containsExactly(
            rule(0, "local"),
            new RoutingRule(
                100,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Mark(1, 0xff)),
                "100",
                ""),
            new RoutingRule(
                101,
                true,
                Optional.of(new Subnet("172.28.1.0/24")),
                Optional.of(new Subnet("10.0.0.0/8")),
                Optional.of("br0"),
                Optional.empty(),
                "100",
                ""),
            new RoutingRule(
                102,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "100",
                "uid_start 0 uid_end 9"),
            rule(32766, "main"),
            rule(32767, "default"));
  }

  @Test
  void readsRoutesOfAllTables() throws Unobservable {
    assertThat(routing().routes())
        .hasSize(12)
        .contains(
            new TableRoute(
                "100",
                TableRoute.Type.UNICAST,
                new Subnet("10.0.0.0/8"),
                Address.parse("172.28.1.2"),
                "br0",
                Optional.empty(),
                5,
                true),
            new TableRoute(
                "main",
                TableRoute.Type.BLACKHOLE,
                new Subnet("203.0.113.0/24"),
                Optional.empty(),
                "",
                Optional.empty(),
                0,
                true),
            new TableRoute(
                "local",
                TableRoute.Type.LOCAL,
                new Subnet("172.28.1.1/32"),
                Optional.empty(),
                "br0",
                Address.parse("172.28.1.1"),
                0,
                true));
  }

  @Test
  void saysOfHostileAnswersThatItDoesNotUnderstand() throws Unobservable {
    String rules = captured(getClass(), "rule.json");
    for (String hostile : Hostile.variants(captured(getClass(), "route.json"))) {
      try {
        assertThat(PROBE.observe(request -> answer(request, rules, hostile))).isNotNull();
      } catch (Unobservable unobservable) {
        assertThat(unobservable.reason()).isEqualTo(Unobservable.Reason.NOT_UNDERSTOOD);
      }
    }
  }

  private static Response answer(Request request, String rules, String routes) {
    return Response.of(request.equals(command("rule", "show")) ? rules : routes);
  }

  private static RoutingRule rule(int priority, String table) {
    return new RoutingRule(
        priority,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        table,
        "");
  }

  private static Routing routing() throws Unobservable {
    return PROBE.observe(
        new Answers()
            .with(command("rule", "show"), captured(RoutingProbeTest.class, "rule.json"))
            .with(
                command("route", "show", "table", "all"),
                captured(RoutingProbeTest.class, "route.json")));
  }

  private static Request command(String... words) {
    ArrayList<String> argv = new ArrayList<>(List.of("ip", "-j", "-4"));
    argv.addAll(List.of(words));
    return new Request.RunCommand(Namespace.HOST, argv);
  }
}
