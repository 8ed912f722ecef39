package dockdiag.playbooks.netfilter.expected;

import dockdiag.playbooks.netfilter.expected.ExpectedRule.Part;
import dockdiag.playbooks.netfilter.expected.Form.Options;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Family;
import java.util.ArrayList;
import java.util.List;

/// The rules of iptables, seen on 20.10, 26 and 28 and, of 28.0 and 29, as moby documents them:
/// up to 27 the networks' rules stand in FORWARD; 28.0.0 asks the set `docker-ext-bridges-v4`
/// instead; later ones have DOCKER-FORWARD with DOCKER-CT and DOCKER-BRIDGE.
///
/// @param major the engine's version
record IptablesMaking(Family family, int major) implements Making {

  private static final int WITHOUT_ISOLATION = 29;
  private static final String ADDRTYPE = "-m addrtype";
  private static final String LOCAL = "--dst-type LOCAL";
  private static final String CONNTRACK = "-m conntrack";
  private static final String SET = "--match-set docker-ext-bridges-";
  private static final String ANSWERS = "--ctstate RELATED,ESTABLISHED";

  @Override
  public List<ExpectedRule> frame() {
    String loopback = family == Family.IP6 ? "! -d ::1/128" : "! -d 127.0.0.0/8";
    return List.of(
        rule(Part.FRAME, "nat", form("PREROUTING", ADDRTYPE, LOCAL, "-j DOCKER")),
        rule(
            Part.FRAME,
            "nat",
            form("OUTPUT", loopback, ADDRTYPE, LOCAL, "-j DOCKER"),
            form("OUTPUT", ADDRTYPE, LOCAL, "-j DOCKER")), // without docker-proxy
        rule(Part.FRAME, "filter", form("FORWARD", "-j DOCKER-USER")),
        rule(
            Part.FRAME,
            "filter",
            form("FORWARD", "-j " + (major >= 28 ? "DOCKER-FORWARD" : "DOCKER-ISOLATION-STAGE-1")),
            form("FORWARD", "-j DOCKER-FORWARD"),
            form("FORWARD", "-j DOCKER-ISOLATION-STAGE-1")));
  }

  @Override
  public List<ExpectedRule> of(DockerNetwork network) {
    String bridge = network.bridge().orElseThrow();
    if (network.internal()) {
      return List.of();
    }
    List<ExpectedRule> rules = new ArrayList<>();
    if (Networks.isMasqueraded(network, family)) {
      Networks.subnets(network, family).forEach(subnet -> rules.add(masquerade(subnet, bridge)));
    }
    rules.addAll(forwarding(bridge));
    if (major < WITHOUT_ISOLATION) {
      String isolation = "DOCKER-ISOLATION-STAGE-";
      rules.add(
          rule(
              Part.NETWORK,
              "filter",
              form(isolation + "1", "-i " + bridge, "! -o " + bridge, "-j " + isolation + "2")));
    }
    return rules;
  }

  private ExpectedRule masquerade(String subnet, String bridge) {
    return rule(
        Part.NETWORK,
        "nat",
        form("POSTROUTING", "-s " + subnet, "! -o " + bridge, "-j MASQUERADE"));
  }

  /// Answers come in, what is published comes in, and all goes out.
  private List<ExpectedRule> forwarding(String bridge) {
    String in = "-i " + bridge;
    String out = "-o " + bridge;
    String set = SET + (family == Family.IP6 ? "v6" : "v4") + " dst";
    return List.of(
        rule(
            Part.NETWORK,
            "filter",
            usual(
                form("FORWARD", out, CONNTRACK, ANSWERS, "-j ACCEPT"),
                form("DOCKER-CT", out, CONNTRACK, ANSWERS, "-j ACCEPT"),
                form("FORWARD", "-m set", set, CONNTRACK, ANSWERS, "-j ACCEPT"),
                form("DOCKER-FORWARD", "-m set", set, CONNTRACK, ANSWERS, "-j ACCEPT"))),
        rule(
            Part.NETWORK,
            "filter",
            usual(
                form("FORWARD", out, "-j DOCKER"),
                form("DOCKER-BRIDGE", out, "-j DOCKER"),
                form("FORWARD", "-m set", set, "-j DOCKER"),
                form("DOCKER-FORWARD", "-m set", set, "-j DOCKER"))),
        rule(
            Part.NETWORK,
            "filter",
            usual(
                form("FORWARD", in, "! " + out, "-j ACCEPT"),
                form("DOCKER-FORWARD", in, "-j ACCEPT"),
                form("DOCKER-FORWARD", in, "! " + out, "-j ACCEPT"),
                form("FORWARD", in, "-j ACCEPT"))));
  }

  @Override
  public List<ExpectedRule> of(PublishedPort binding, List<Address> to, List<String> bridges) {
    List<Form> dnat = new ArrayList<>();
    for (Address address : to) {
      bridges.forEach(bridge -> dnat.add(Dnat.form("DOCKER", binding, address, "! -i " + bridge)));
      dnat.add(Dnat.form("DOCKER", binding, address, ""));
    }
    return List.of(new ExpectedRule(Part.PORT, family, "nat", dnat));
  }

  /// The second is the usual one since 28.
  private Form[] usual(Form... forms) {
    return major >= 28 ? new Form[] {forms[1], forms[0], forms[2], forms[3]} : forms;
  }

  private ExpectedRule rule(Part part, String table, Form... forms) {
    return new ExpectedRule(part, family, table, List.of(forms));
  }

  private static Form form(String chain, String... options) {
    return new Options(chain, List.of(options));
  }
}
