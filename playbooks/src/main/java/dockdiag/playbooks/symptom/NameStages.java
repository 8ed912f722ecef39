package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.resolver.EmbeddedServer;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolution;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Trouble;
import dockdiag.playbooks.resolver.TroubleOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.ResolvConf;
import java.util.ArrayList;
import java.util.List;

/// A name's way, stage by stage: whom the container asks, whom those ask, which names are tried,
/// what each is answered, and who bears the name.
final class NameStages {

  /// Something that may not be seen.
  private interface Stage {
    void seen() throws Unobservable;
  }

  private final Naming naming;
  private final Facts facts;
  private final List<Evidence> stages = new ArrayList<>();

  private NameStages(Naming naming, Facts facts) {
    this.naming = naming;
    this.facts = facts;
  }

  static List<Evidence> of(Naming naming, Facts facts) {
    NameStages stages = new NameStages(naming, facts);
    List.<Stage>of(stages::file, stages::embedded, stages::upstreams, stages::tried, stages::borne)
        .forEach(NameStages::tryToSee);
    return stages.stages;
  }

  private static void tryToSee(Stage stage) {
    try {
      stage.seen();
    } catch (Unobservable unknown) {
      // the checks say what could not be seen
    }
  }

  private void file() throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    ResolvConf conf = resolver.conf();
    String search = conf.search().isEmpty() ? "" : ", search " + String.join(" ", conf.search());
    stages.add(
        Evidence.of(
            resolver.file(),
            "nameserver %s%s, ndots %d"
                .formatted(Evidence.list(conf.nameservers()), search, conf.ndots())));
  }

  private void embedded() throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    if (resolver.isEmbedded()) {
      asked(EmbeddedServer.own(resolver.inside(), naming.container()));
    }
  }

  private void upstreams() throws Unobservable {
    for (Trouble.Heard heard : facts.infer(new TroubleOf(naming.container())).heard()) {
      asked(heard.upstream().probe());
      if (heard.control().isPresent()) {
        asked(heard.upstream().control());
      }
      if (heard.isOfUse()) {
        asked(heard.upstream().probe().tcp());
      }
    }
  }

  private void tried() throws Unobservable {
    if (naming.name().isEmpty()) {
      return;
    }
    String name = naming.name().get();
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    Resolution resolution = facts.infer(new ResolutionOf(naming.container(), name));
    stages.add(
        Evidence.of(
            resolver.file(), name + " is tried as " + String.join(" ", resolution.names())));
    for (Resolution.Try one : resolution.tries()) {
      asked(one.ipv4().probe());
      asked(one.ipv6().probe());
    }
  }

  private void borne() throws Unobservable {
    if (naming.name().isEmpty()) {
      return;
    }
    for (Names.Bearer bearer : facts.infer(new NamesOf()).called(naming.name().get())) {
      stages.add(
          Evidence.of(
              bearer.probe(),
              "%s on %s: %s, called %s"
                  .formatted(
                      bearer.container(),
                      bearer.network(),
                      Evidence.list(bearer.addresses()),
                      Evidence.list(bearer.names()))));
    }
  }

  private void asked(LookupProbe probe) throws Unobservable {
    String by = probe.port().protocol() + ": ";
    stages.add(Evidence.of(probe, by + facts.get(probe)));
  }
}
