package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolution;
import dockdiag.playbooks.resolver.Resolution.Try;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Servers that work say that there is no such name.
public final class NameNotFound implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    String name = naming.name().orElseThrow();
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    if (InHosts.of(resolver, name, facts).isPresent()) {
      return Optional.empty();
    }
    Resolution resolution = facts.infer(new ResolutionOf(naming.container(), name));
    if (!resolution.isDenied()) {
      return Optional.empty();
    }
    Finding finding = Finding.error(naming.subject()).word("tried", tried(resolution));
    for (Try one : resolution.tries()) {
      finding = finding.because(one.ipv4().probe(), one.ipv4().lookup().toString());
    }
    return Optional.of(nearest(finding, name, resolver, facts));
  }

  private static String tried(Resolution resolution) {
    return resolution.names().stream()
        .map(full -> full.substring(0, full.length() - 1))
        .collect(Collectors.joining(", "));
  }

  private static Finding nearest(Finding finding, String name, Resolver resolver, Facts facts)
      throws Unobservable {
    Names names = facts.infer(new NamesOf());
    for (Bearer stopped : names.called(name)) {
      if (!stopped.running()) {
        return finding
            .because(stopped.probe(), stopped.container() + " does not run")
            .mend(Remedy.byHand("start", CommandLine.of("docker", "start", stopped.container())));
      }
    }
    Set<String> networks = resolver.networks();
    Optional<String> near =
        resolver.isEmbedded() ? names.nearest(name, networks) : Optional.empty();
    return near.map(
            spelling ->
                finding
                    .because(new ContainersProbe(), "the nearest name there: " + spelling)
                    .word("near", spelling)
                    .mend(Remedy.byHand("spelling")))
        .orElseGet(() -> finding.mend(Remedy.byHand("record")));
  }
}
