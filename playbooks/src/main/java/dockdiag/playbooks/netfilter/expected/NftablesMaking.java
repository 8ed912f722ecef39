package dockdiag.playbooks.netfilter.expected;

import dockdiag.playbooks.netfilter.expected.ExpectedRule.Part;
import dockdiag.playbooks.netfilter.expected.Form.Doing;
import dockdiag.playbooks.netfilter.expected.Form.Mapped;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table `docker-bridges` of engine 29's nftables backend.
record NftablesMaking(Family family) implements Making {

  /// The engine's own table.
  static final String TABLE = "docker-bridges";

  private static final String DNAT = "nat-prerouting-and-output";

  @Override
  public List<ExpectedRule> frame() {
    return List.of(
        rule(Part.FRAME, Doing.jump("nat-PREROUTING", DNAT)),
        rule(Part.FRAME, Doing.jump("nat-OUTPUT", DNAT)),
        rule(Part.FRAME, lookup("nat-POSTROUTING", Key.IIFNAME, "nat-postrouting-out-jumps")),
        rule(Part.FRAME, lookup("filter-FORWARD", Key.OIFNAME, "filter-forward-in-jumps")),
        rule(Part.FRAME, lookup("filter-FORWARD", Key.IIFNAME, "filter-forward-out-jumps")));
  }

  @Override
  public List<ExpectedRule> of(DockerNetwork network) {
    String bridge = network.bridge().orElseThrow();
    List<ExpectedRule> rules = new ArrayList<>();
    for (String map : List.of("filter-forward-in", "filter-forward-out", "nat-postrouting-out")) {
      rules.add(rule(Part.NETWORK, new Mapped(map + "-jumps", bridge, map + "__" + bridge)));
    }
    if (!network.internal() && Networks.isMasqueraded(network, family)) {
      Target masquerade = new Target.Masquerade(Optional.empty());
      rules.add(
          rule(
              Part.NETWORK, new Doing("nat-postrouting-out__" + bridge, masquerade, "masquerade")));
    }
    return rules;
  }

  @Override
  public List<ExpectedRule> of(PublishedPort binding, List<Address> to, List<String> bridges) {
    List<Form> dnat = new ArrayList<>();
    for (Address address : to) {
      bridges.forEach(bridge -> dnat.add(Dnat.form(DNAT, binding, address, "! -i " + bridge)));
      dnat.add(Dnat.form(DNAT, binding, address, ""));
    }
    return List.of(new ExpectedRule(Part.PORT, family, TABLE, dnat));
  }

  private static Form lookup(String chain, Key key, String map) {
    return Doing.lookup(chain, key, map);
  }

  private ExpectedRule rule(Part part, Form form) {
    return new ExpectedRule(part, family, TABLE, List.of(form));
  }
}
