package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DaemonProbe;
import java.util.Optional;

/// The engine runs as an ordinary user, and some of what others can do it cannot.
public final class RootlessEngine implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    DaemonProbe engine = new DaemonProbe();
    return facts.get(engine).rootless()
        ? Optional.of(
            Finding.note(scope.subject())
                .because(engine, "Security Options: rootless")
                .mend(Remedy.byHand("ports", "sysctl -w net.ipv4.ip_unprivileged_port_start=80"))
                .mend(Remedy.byHand("sources")))
        : Optional.empty();
  }
}
