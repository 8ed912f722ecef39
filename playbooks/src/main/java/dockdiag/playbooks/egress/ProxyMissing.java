package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.playbooks.outward.WebProxy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Proxies;
import dockdiag.probes.docker.ProxiesProbe;
import java.util.Optional;
import java.util.Set;

/// The engine asks the outside by a proxy, neither host nor container gets out without one, and
/// nobody told the container.
public final class ProxyMissing implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    if (WebProxy.of(facts.get(egress.inspect()), egress.whom()).isPresent()) {
      return Optional.empty();
    }
    for (Outing outing : egress.pending(facts)) {
      boolean isAsked = outing.target().isNamed() && outing.target().isWeb();
      Optional<String> proxy =
          isAsked ? proxy(outing, facts.get(new ProxiesProbe())) : Optional.empty();
      if (proxy.isPresent() && fails(outing.seen(facts)) && fails(outing.seenByHost(facts))) {
        return Optional.of(found(egress, outing, proxy.get(), facts));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> proxy(Outing outing, Proxies engine) {
    return outing.target().port().number() == 443
        ? engine.https().or(engine::http)
        : engine.http().or(engine::https);
  }

  private static boolean fails(Optional<Fate> seen) {
    return seen.map(Fate::fails).orElse(false);
  }

  private static Finding found(Egress egress, Outing outing, String proxy, Facts facts)
      throws Unobservable {
    String shown = proxy.replaceFirst("//[^/@]*@", "//");
    return Finding.error(egress.subject())
        .word("proxy", shown)
        .word("to", outing.target())
        .because(new ProxiesProbe(), "proxy " + shown)
        .because(egress.inspect(), "Config.Env: no HTTP_PROXY, no HTTPS_PROXY")
        .because(
            outing.target().probe(Namespace.HOST).orElseThrow(),
            outing.seenByHost(facts).orElseThrow().toString())
        .mend(
            Remedy.byHand(
                "anew",
                "docker run --env HTTP_PROXY=%1$s --env HTTPS_PROXY=%1$s …".formatted(shown)));
  }

  @Override
  public Set<String> brings() {
    return Set.of("host-has-no-egress", "remote-silent", "remote-refuses");
  }
}
