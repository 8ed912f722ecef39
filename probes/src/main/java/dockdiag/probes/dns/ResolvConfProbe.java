package dockdiag.probes.dns;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;

/// Whom processes ask for names: the host's, or a container's own as its processes see it.
///
/// @param path [#FILE], or [#BEHIND_STUB]
public record ResolvConfProbe(Namespace namespace, String path) implements Probe<ResolvConf> {

  /// What every resolver reads.
  public static final String FILE = "/etc/resolv.conf";

  /// Whom systemd-resolved asks, while its stub on 127.0.0.53 stands in [#FILE].
  public static final String BEHIND_STUB = "/run/systemd/resolve/resolv.conf";

  /// The one that every resolver reads.
  public static ResolvConfProbe of(Namespace namespace) {
    return new ResolvConfProbe(namespace, FILE);
  }

  @Override
  public ResolvConf observe(Host host) throws Unobservable {
    return ResolvConf.read(host.ask(new Request.ReadFile(namespace, path)).body());
  }

  @Override
  public String source() {
    return ContainerFile.source(namespace, path);
  }

  @Override
  public String byHand() {
    return ContainerFile.byHand(namespace, path);
  }
}
