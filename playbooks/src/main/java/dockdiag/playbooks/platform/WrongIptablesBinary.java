package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.daemon.DaemonSettings;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The engine keeps its rules with iptables, and no folder of the host's programs leads to one.
public final class WrongIptablesBinary implements Check<Scope> {

  /// Where service managers let programs be found, the usual one first, that of NixOS last.
  private static final List<String> FOLDERS =
      List.of(
          "/usr/sbin",
          "/sbin",
          "/usr/local/sbin",
          "/usr/bin",
          "/bin",
          "/usr/local/bin",
          "/run/current-system/sw/bin");

  /// Where each program of NixOS is, and whatever it needs, found by nobody else.
  private static final FileProbe STORE = new FileProbe(Tree.HOST, "/nix/store");

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    List<FileProbe> looked = new ArrayList<>();
    for (String folder : FOLDERS) {
      FileProbe program = new FileProbe(Tree.HOST, folder + "/iptables");
      if (facts.get(program).isRunnable()) {
        return Optional.empty();
      }
      looked.add(program);
    }
    if (!isNeeded(facts)) {
      return Optional.empty();
    }
    if (facts.get(STORE).file().isPresent()) {
      throw new Unobservable(
          Reason.NOT_PRESENT, "the engine's own way to its programs, which are in " + STORE.path());
    }
    return Optional.of(found(scope, looked, facts));
  }

  private static boolean isNeeded(Facts facts) throws Unobservable {
    DaemonSettings settings = facts.get(new DaemonSettingsProbe());
    return !settings.iptables().seen().equals(Optional.of(false))
        && !settings.firewallBackend().seen().equals(Optional.of("nftables"));
  }

  private static Finding found(Scope scope, List<FileProbe> looked, Facts facts)
      throws Unobservable {
    Finding finding = Finding.error(scope.subject());
    String where = "nowhere";
    for (FileProbe program : looked) {
      Located located = facts.get(program);
      if (located.paths().size() > 1 || located.file().isPresent()) {
        where = located.toString();
        finding = finding.because(program, seen(located));
      }
    }
    return finding
        .word("where", where)
        .because(looked.getFirst(), "nothing that can be run in " + String.join(", ", FOLDERS))
        .mend(
            Remedy.byHand(
                "install",
                "apt-get install --reinstall iptables",
                "update-alternatives --auto iptables",
                "systemctl restart docker"));
  }

  private static String seen(Located located) {
    return located + ": " + located.file().map(Object::toString).orElse("leads nowhere");
  }
}
