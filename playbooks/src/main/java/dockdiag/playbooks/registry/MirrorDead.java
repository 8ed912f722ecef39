package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.registry.Stop.Why;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.registry.RegistrySettingsProbe;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A mirror of Docker Hub fails, and the engine goes on to the next without a word.
public final class MirrorDead implements Check<Pull> {

  /// What a mirror that works may say; then another is asked, as is meant.
  private static final Set<Why> FINE = EnumSet.of(Why.NOT_FOUND, Why.PLATFORM);

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    Optional<Stop> stop = pull.stop(facts).filter(one -> !FINE.contains(one.why()));
    if (stop.isEmpty()) {
      return Optional.empty();
    }
    List<Source> all = facts.infer(new SourcesOf(Reference.HUB));
    List<Source> rest = all.subList(all.indexOf(pull.source().orElseThrow()) + 1, all.size());
    String mirror = pull.source().orElseThrow().url();
    Finding finding =
        pull.finding(stop.get())
            .word("next", rest.getFirst().host())
            .because(new RegistrySettingsProbe(), "RegistryConfig.Mirrors " + mirror)
            .mend(Remedy.byHand("mirror"))
            .mend(Remedy.byHand("without", "systemctl reload docker"));
    return Optional.of(isMadeUpFor(pull, rest, facts) ? finding : finding.decisive());
  }

  private static boolean isMadeUpFor(Pull pull, List<Source> rest, Facts facts)
      throws Unobservable {
    for (Source source : rest) {
      if (Pull.of(pull.image().orElseThrow(), source).stop(facts).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// Whatever is said of Docker Hub then is not what the engine was meant to ask.
  @Override
  public Set<String> brings() {
    return Hub.FAULTS;
  }
}
