package dockdiag.playbooks.change;

import dockdiag.probes.Probe;
import dockdiag.probes.Supposition;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Set;

/// A setting of the kernel gets another value: `sysctl -w net.ipv4.ip_forward=1`.
///
/// @param path parted by slashes
record SettingChange(Target target, String path, String value) implements Supposition {

  /// Writing one of these writes `forwarding` of every interface (inet_forward_change of
  /// net/ipv4/devinet.c, addrconf_fixup_forwarding of net/ipv6/addrconf.c).
  private static final Set<String> ALL =
      Set.of("net/ipv4/ip_forward", "net/ipv4/conf/all/forwarding", "net/ipv6/conf/all/forwarding");

  @Override
  @SuppressWarnings("unchecked") // a setting is a text
  public <F> F of(Probe<F> probe, F fact) {
    return probe instanceof SysctlProbe sysctl && target.is(sysctl.namespace()) && sets(sysctl)
        ? (F) value
        : fact;
  }

  private boolean sets(SysctlProbe probe) {
    String asked = slashed(probe.name());
    return asked.equals(path) || (ALL.contains(path) && isForwarding(asked));
  }

  private boolean isForwarding(String asked) {
    String family = path.substring(0, "net/ipv4/".length());
    return asked.startsWith(family)
        && (asked.endsWith("/forwarding") || asked.endsWith("/ip_forward"));
  }

  /// sysctl(8): the first of `.` and `/` that a name has is what parts it.
  static String slashed(String name) {
    int dot = name.indexOf('.');
    int slash = name.indexOf('/');
    return slash >= 0 && (dot < 0 || slash < dot) ? name : name.replace('.', '/');
  }
}
