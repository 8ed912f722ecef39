package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.MountsProbe;
import dockdiag.probes.dns.MountsProbe.Mount;
import dockdiag.probes.docker.NetworkMode;
import java.util.Optional;
import java.util.Set;

/// The container's resolv.conf is not the engine's, and leaves its DNS server out.
public final class ResolvConfOverridden implements Check<Naming> {

  private static final String FILE = "/etc/resolv.conf";

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    boolean ownNetwork =
        resolver.container().endpoints().stream()
            .anyMatch(endpoint -> !endpoint.network().equals("bridge"));
    boolean isNetworkOfIts =
        resolver.container().networking().mode() instanceof NetworkMode.OfNetwork;
    if (resolver.isEmbedded() || !ownNetwork || !isNetworkOfIts) {
      return Optional.empty();
    }
    MountsProbe mounts = new MountsProbe(naming.container());
    Optional<Mount> mount =
        facts.get(mounts).stream().filter(one -> one.destination().equals(FILE)).findFirst();
    String how = mount.map(one -> one.type() + " of " + one.source()).orElse("written to");
    return Optional.of(
        Finding.error(naming.subject())
            .word("servers", Evidence.list(resolver.conf().nameservers()))
            .because(resolver.file(), "nameserver " + Evidence.list(resolver.conf().nameservers()))
            .because(mounts, FILE + ": " + how)
            .mend(Remedy.byHand(mount.isPresent() ? "mount" : "edit")));
  }

  @Override
  public Set<String> brings() {
    return Set.of(
        "name-not-found",
        "upstream-dns-unreachable",
        "resolv-conf-stale",
        "first-nameserver-dead",
        "upstream-refuses",
        "search-domain-misleads",
        "name-resolves-elsewhere");
  }
}
