package dockdiag.playbooks.resolver;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.HostsEntry;
import dockdiag.probes.dns.HostsProbe;
import java.util.Optional;

/// Finds a name in the container's hosts file, which is read before anybody is asked.
public final class InHosts {

  private InHosts() {}

  public static Optional<HostsEntry> of(Resolver resolver, String name, Facts facts)
      throws Unobservable {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return facts.get(new HostsProbe(resolver.inside())).stream()
        .filter(entry -> entry.isFor(bare))
        .findFirst();
  }
}
