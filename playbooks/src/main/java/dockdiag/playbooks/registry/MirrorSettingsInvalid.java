package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.registry.MirrorListProbe;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// `daemon.json` names a mirror in a form that the engine refuses (moby, registry/config.go,
/// ValidateMirror): with it, the engine does not start.
public final class MirrorSettingsInvalid implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    if (!pull.registry().equals(Reference.HUB) && pull.source().isPresent()) {
      return Optional.empty();
    }
    MirrorListProbe file = new MirrorListProbe();
    for (String mirror : facts.get(file)) {
      Optional<String> wrong = wrong(mirror);
      if (wrong.isPresent()) {
        Finding finding =
            Finding.warning(pull.subject())
                .word("mirror", mirror)
                .word("how", wrong.get())
                .because(file, "registry-mirrors " + mirror)
                .mend(
                    Remedy.byHand(
                        "write", "dockerd --validate --config-file /etc/docker/daemon.json"));
        return Optional.of(isHarmless(pull, facts) ? finding : finding.decisive());
      }
    }
    return Optional.empty();
  }

  /// While the engine runs, and comes to Docker Hub without the mirror that was meant.
  private static boolean isHarmless(Pull pull, Facts facts) throws Unobservable {
    return pull.source().isPresent() && pull.stop(facts).isEmpty();
  }

  /// Whether one of the mirrors in the file is such.
  ///
  /// @throws Unobservable where the file cannot be seen
  public static boolean isIn(Facts facts) throws Unobservable {
    return facts.get(new MirrorListProbe()).stream().anyMatch(one -> wrong(one).isPresent());
  }

  private static Optional<String> wrong(String mirror) {
    URI url;
    try {
      url = URI.create(mirror);
    } catch (IllegalArgumentException none) {
      return Optional.of("no URL");
    }
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      return Optional.of("no http:// or https://");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("a name or password");
    }
    return url.getRawQuery() != null || url.getRawFragment() != null
        ? Optional.of("a query or a fragment")
        : Optional.empty();
  }

  @Override
  public Set<String> brings() {
    return Hub.FAULTS;
  }
}
