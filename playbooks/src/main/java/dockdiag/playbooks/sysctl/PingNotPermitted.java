package dockdiag.playbooks.sysctl;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.process.Privileges;
import dockdiag.probes.process.PrivilegesProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;

/// The container's own processes may send no echo requests, whatever the network carries.
public final class PingNotPermitted implements Check<Contact> {

  private static final String SETTING = "net.ipv4.ping_group_range";

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (contact.port().isPresent() || contact.from().isEmpty()) {
      return Optional.empty();
    }
    int pid = facts.get(contact.caller().inspect()).state().pid();
    PrivilegesProbe probe = new PrivilegesProbe(pid);
    Privileges may = facts.get(probe);
    SysctlProbe setting = new SysctlProbe(contact.namespace(facts), SETTING);
    String range = facts.get(setting);
    if (may.mayOpenRawSockets() || isWithin(may, range, setting)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warning(contact.subject())
            .word("user", may.user())
            .because(probe, "user %d without CAP_NET_RAW".formatted(may.user()))
            .because(setting, SETTING + " = " + range.replace('\t', ' '))
            .mend(
                Remedy.byHand(
                    "allow",
                    CommandLine.of(
                        "docker", "run", "--sysctl", SETTING + "=0 2147483647", "IMAGE"))));
  }

  private static boolean isWithin(Privileges may, String range, SysctlProbe setting)
      throws Unobservable {
    String[] ends = range.split("\\s+");
    try {
      long first = Long.parseLong(ends[0]);
      long last = Long.parseLong(ends[1]);
      return may.groups().stream().anyMatch(group -> first <= group && group <= last);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException strange) {
      throw Unobservable.notUnderstood(setting.source(), range);
    }
  }
}
