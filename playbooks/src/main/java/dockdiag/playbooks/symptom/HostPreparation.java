package dockdiag.playbooks.symptom;

import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftTablesProbe;
import java.util.List;

/// Observes side by side what every check of the host's rules will ask.
final class HostPreparation {

  private static final List<Probe<?>> PROBES =
      List.of(
          new ContainersProbe(),
          new NetworksProbe(),
          new DaemonProbe(),
          new DaemonSettingsProbe(),
          new AddressesProbe(Namespace.HOST),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT),
          new IptablesProbe(Namespace.HOST, Family.IP6, Backend.IPTABLES_NFT),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_LEGACY),
          new IptablesProbe(Namespace.HOST, Family.IP6, Backend.IPTABLES_LEGACY),
          new NftTablesProbe(Namespace.HOST));

  private HostPreparation() {}

  static void of(Facts facts) {
    facts.prepare(PROBES);
  }

  /// The same rules, of the host by its name.
  static HostRules named(HostRules asked, Facts facts) throws Unobservable {
    return asked.on(facts.get(new DaemonProbe()).name());
  }
}
