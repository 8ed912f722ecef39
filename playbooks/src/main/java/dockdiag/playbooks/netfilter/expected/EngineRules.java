package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.daemon.DaemonSettings;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.Daemon;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.NftTablesProbe;
import dockdiag.probes.netfilter.NftTablesProbe.Known;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the rules that the engine should have made with those that are there.
public record EngineRules() implements Inference<Comparison> {

  private static final int NFTABLES_SINCE = 29;
  private static final int IP6TABLES_SINCE = 27;

  @Override
  public Comparison infer(Facts facts) throws Unobservable {
    Daemon daemon = facts.get(new DaemonProbe());
    if (daemon.rootless()) {
      throw new Unobservable(
          Reason.NOT_PERMITTED, "a rootless engine: its rules are in a network of its own");
    }
    Backend backend = backend(facts);
    List<ExpectedRule> present = new ArrayList<>();
    List<ExpectedRule> missing = new ArrayList<>();
    for (Family family : families(daemon, facts)) {
      List<Table> tables = facts.get(probe(backend, family)).tables();
      Making making =
          backend == Backend.NFTABLES
              ? new NftablesMaking(family)
              : new IptablesMaking(family, daemon.majorVersion());
      for (ExpectedRule rule : expected(making, family, facts)) {
        (rule.isIn(tables) ? present : missing).add(rule);
      }
    }
    return new Comparison(backend, present, missing);
  }

  /// Who keeps the engine's rules: nft where it has the engine's own table or the engine was told
  /// so; else, of iptables' two forms, the one that has chains of the engine.
  ///
  /// What `docker info` says of it is not always true (28.5 repeats an environment variable).
  ///
  /// @throws Unobservable where that cannot be seen
  public static Backend backend(Facts facts) throws Unobservable {
    Optional<String> told = facts.get(new DaemonSettingsProbe()).firewallBackend().seen();
    boolean knows = facts.get(new DaemonProbe()).majorVersion() >= NFTABLES_SINCE;
    if (hasOwnTable(facts) || (knows && told.equals(Optional.of("nftables")))) {
      return Backend.NFTABLES;
    }
    boolean legacy = hasChains(probe(Backend.IPTABLES_LEGACY, Family.IP), facts);
    boolean nft = hasChains(probe(Backend.IPTABLES_NFT, Family.IP), facts);
    return legacy && !nft ? Backend.IPTABLES_LEGACY : Backend.IPTABLES_NFT;
  }

  private static boolean hasOwnTable(Facts facts) throws Unobservable {
    try {
      return tables(facts).contains(NftablesMaking.TABLE);
    } catch (Unobservable unseen) {
      if (unseen.reason() == Reason.TOOL_MISSING) {
        return false; // an engine that speaks to nft has it installed
      }
      throw unseen;
    }
  }

  /// By name; the kernel tells them at once, nft with all their rules.
  private static List<String> tables(Facts facts) throws Unobservable {
    try {
      return facts.get(new NftTablesProbe(Namespace.HOST)).stream().map(Known::name).toList();
    } catch (Unobservable untold) {
      return facts.get(new NftProbe(Namespace.HOST)).tables().stream().map(Table::name).toList();
    }
  }

  /// The probe that shows the rules of that family.
  public static Probe<Ruleset> probe(Backend backend, Family family) {
    return backend == Backend.NFTABLES
        ? new NftProbe(Namespace.HOST)
        : new IptablesProbe(Namespace.HOST, family, backend);
  }

  private static boolean hasChains(Probe<Ruleset> probe, Facts facts) throws Unobservable {
    return facts.get(probe).tables().stream()
        .flatMap(table -> table.chains().stream())
        .anyMatch(chain -> chain.name().equals("DOCKER") || chain.name().startsWith("DOCKER-"));
  }

  /// IPv6 has rules where they are switched on, by default since engine 27, and a network asks for
  /// them.
  private static List<Family> families(Daemon daemon, Facts facts) throws Unobservable {
    DaemonSettings settings = facts.get(new DaemonSettingsProbe());
    boolean ipv6 = settings.ip6tables().seen().orElse(daemon.majorVersion() >= IP6TABLES_SINCE);
    boolean wanted =
        facts.get(new NetworksProbe()).stream()
            .anyMatch(network -> network.ipv6() && Networks.isOf(network, Family.IP6));
    return ipv6 && wanted ? List.of(Family.IP, Family.IP6) : List.of(Family.IP);
  }

  private static List<ExpectedRule> expected(Making making, Family family, Facts facts)
      throws Unobservable {
    List<ExpectedRule> rules = new ArrayList<>(making.frame());
    List<DockerNetwork> networks =
        facts.get(new NetworksProbe()).stream()
            .filter(network -> Networks.isOf(network, family))
            .toList();
    networks.forEach(network -> rules.addAll(making.of(network)));
    for (ContainerSummary container : facts.get(new ContainersProbe())) {
      if (container.status() == Status.RUNNING || container.status() == Status.PAUSED) {
        rules.addAll(new Ports(container, networks, family).made(making, facts));
      }
    }
    return rules;
  }
}
