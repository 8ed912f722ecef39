package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.registry.Browser.Errand;
import dockdiag.playbooks.registry.Browser.Reply;
import dockdiag.playbooks.registry.Stop.Why;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.registry.Answer.Step;
import dockdiag.probes.registry.KnownProxiesProbe;
import dockdiag.probes.registry.KnownProxiesProbe.Known;
import dockdiag.probes.registry.Logins;
import dockdiag.probes.registry.LoginsProbe;
import dockdiag.probes.registry.RegistrySettings;
import dockdiag.probes.registry.RegistrySettingsProbe;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A proxy that the host knows and the engine does not: whether it leads to where the engine does
/// not come.
final class Shortcut {

  private static final Set<Why> OUT_OF_REACH = EnumSet.of(Why.NAME, Why.UNREACHABLE, Why.TIMEOUT);
  private static final Set<Step> BEYOND =
      EnumSet.of(Step.TLS, Step.CERTIFICATE, Step.HTTP, Step.ANSWERED);

  private final Browser browser;
  private final Facts facts;

  Shortcut(Browser browser, Facts facts) {
    this.browser = browser;
    this.facts = facts;
  }

  /// The same stop, or that a proxy is missing.
  Stop instead(Stop stop, Source source) throws Unobservable {
    RegistrySettings settings = facts.get(new RegistrySettingsProbe());
    boolean answered = stop.how().startsWith("HTTP");
    if (!OUT_OF_REACH.contains(stop.why()) || answered || !settings.proxies().isEmpty()) {
      return stop;
    }
    for (Known known : known()) {
      Optional<EngineProxy> proxy = EngineProxy.parse(known.url());
      if (proxy.isPresent()) {
        Optional<Reply> reply = by(proxy.get(), source);
        if (reply.isPresent() && BEYOND.contains(reply.get().answer().step())) {
          return new Stop(Why.PROXY_MISSING, stop.where(), known.url(), stop.evidence())
              .seeing(
                  List.of(
                      new Evidence(known.file(), "proxy " + known.url(), "cat " + known.file()),
                      reply.get().seen()));
        }
      }
    }
    return stop;
  }

  private List<Known> known() throws Unobservable {
    List<Known> known = new ArrayList<>(facts.get(new KnownProxiesProbe()));
    Logins logins = facts.get(new LoginsProbe());
    logins.proxy().ifPresent(url -> known.add(new Known(logins.file(), url)));
    return known;
  }

  private Optional<Reply> by(EngineProxy proxy, Source source) throws Unobservable {
    try {
      return Optional.of(
          browser.ask(Errand.read(source.url() + "/v2/"), source.trust(), Optional.of(proxy)));
    } catch (Halted unresolved) {
      return Optional.empty();
    }
  }
}
