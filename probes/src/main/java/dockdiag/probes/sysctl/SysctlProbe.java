package dockdiag.probes.sysctl;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;

/// One setting, as its text stands in `/proc/sys`.
///
/// @param name `net.ipv4.ip_forward`, or, where a part of it has dots, parted by slashes:
///   `net/ipv4/conf/eth0.100/forwarding` (sysctl(8))
public record SysctlProbe(Namespace namespace, String name) implements Probe<String> {

  /// A setting of one interface: `net.ipv4.conf.docker0.forwarding`.
  ///
  /// @param family `ipv4` or `ipv6`
  public static SysctlProbe ofInterface(
      Namespace namespace, String family, String device, String setting) {
    String name = "net/" + family + "/conf/" + device + "/" + setting;
    return new SysctlProbe(namespace, device.contains(".") ? name : name.replace('/', '.'));
  }

  @Override
  public String observe(Host host) throws Unobservable {
    String text = host.ask(new Request.ReadFile(namespace, path())).body().strip();
    if (text.isEmpty() || text.indexOf('\n') >= 0) {
      throw Unobservable.notUnderstood(path(), text);
    }
    return text;
  }

  @Override
  public String source() {
    return path();
  }

  @Override
  public String byHand() {
    String sysctl = "sysctl " + name;
    return namespace instanceof Namespace.OfContainer(_, int pid)
        ? "nsenter --target " + pid + " --net " + sysctl
        : sysctl;
  }

  private String path() {
    return "/proc/sys/" + (name.indexOf('/') < 0 ? name.replace('.', '/') : name);
  }
}
