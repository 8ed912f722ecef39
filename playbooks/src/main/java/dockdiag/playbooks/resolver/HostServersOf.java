package dockdiag.playbooks.resolver;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.net.Address;
import java.util.List;

/// Whom the host asks for names, as the engine reads it when it starts a container: where
/// systemd-resolved's stub stands alone in resolv.conf, those behind it (since engine 19.03).
public record HostServersOf() implements Inference<HostServersOf.HostServers> {

  /// @param probe what names them
  /// @param conf what it says
  public record HostServers(ResolvConfProbe probe, ResolvConf conf) {

    public List<Address> servers() {
      return conf.nameservers();
    }

    public boolean isLoopbackAlone() {
      return servers().stream().allMatch(Address::isLoopback);
    }
  }

  private static final Address STUB = Address.of("127.0.0.53");

  @Override
  public HostServers infer(Facts facts) throws Unobservable {
    ResolvConfProbe file = ResolvConfProbe.of(Namespace.HOST);
    ResolvConf conf = facts.get(file);
    if (!conf.nameservers().equals(List.of(STUB))) {
      return new HostServers(file, conf);
    }
    ResolvConfProbe behind = new ResolvConfProbe(Namespace.HOST, ResolvConfProbe.BEHIND_STUB);
    try {
      return new HostServers(behind, facts.get(behind));
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return new HostServers(file, conf);
      }
      throw absent;
    }
  }
}
