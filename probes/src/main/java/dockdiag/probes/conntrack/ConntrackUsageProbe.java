package dockdiag.probes.conntrack;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;

/// The entries of the table of connections, and how many there may be.
public record ConntrackUsageProbe(Namespace namespace) implements Probe<ConntrackUsage> {

  private static final String PREFIX = "/proc/sys/net/netfilter/nf_conntrack_";

  @Override
  public ConntrackUsage observe(Host host) throws Unobservable {
    return new ConntrackUsage(number(host, PREFIX + "count"), number(host, PREFIX + "max"));
  }

  @Override
  public String source() {
    return PREFIX + "{count,max}";
  }

  @Override
  public String byHand() {
    return "sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max";
  }

  private long number(Host host, String path) throws Unobservable {
    String text = host.ask(new Request.ReadFile(namespace, path)).body().strip();
    if (!text.matches("[0-9]{1,18}")) {
      throw Unobservable.notUnderstood(path, text);
    }
    return Long.parseLong(text);
  }
}
