package dockdiag.playbooks.resolver;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.playbooks.resolver.Trouble.Heard;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// What is said of the servers behind a container, whichever of the checks says it.
public final class Outside {

  private Outside() {}

  /// The trouble, where it is that one and concerns what was asked for.
  public static Optional<Trouble> blamed(Naming naming, Facts facts, Blame blame)
      throws Unobservable {
    if (isKnownInside(naming, facts)) {
      return Optional.empty();
    }
    Trouble trouble = facts.infer(new TroubleOf(naming.container()));
    return trouble.blame() == blame ? Optional.of(trouble) : Optional.empty();
  }

  /// Why it is not known whether a rule is in the way; empty where it is known, or does not matter.
  public static Optional<String> undecided(Naming naming, Facts facts) throws Unobservable {
    if (isKnownInside(naming, facts)) {
      return Optional.empty();
    }
    Optional<End> way = facts.infer(new TroubleOf(naming.container())).way();
    return way.isPresent() && way.get() instanceof End.Undecided(String why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /// Whether the embedded server, or the hosts file, knows the name that is asked for itself.
  private static boolean isKnownInside(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return false;
    }
    String name = naming.name().get();
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    if (InHosts.of(resolver, name, facts).isPresent()) {
      return true;
    }
    return resolver.isEmbedded()
        && facts.infer(new NamesOf()).isAnsweredFor(name, resolver.networks());
  }

  public static Finding error(Naming naming, Trouble trouble) {
    return told(Finding.error(naming.subject()), trouble);
  }

  /// With the server that is to blame, what it answered, and what the control experiment says.
  public static Finding told(Finding finding, Trouble trouble) {
    Finding told = named(finding, trouble.blamed().upstream());
    for (Heard one : trouble.heard()) {
      told = told.because(one.upstream().probe(), one.lookup().toString());
      if (one.control().isPresent()) {
        told = told.because(one.upstream().control(), one.control().get().toString());
      }
    }
    return told;
  }

  public static Finding named(Finding finding, Upstream upstream) {
    return finding
        .word("server", upstream.address())
        .word("asker", asker(upstream.asker()))
        .because(upstream.named());
  }

  private static String asker(Namespace namespace) {
    return namespace instanceof Namespace.OfContainer(String name, _) ? name : "host";
  }

  /// With the rule that stops the questions.
  public static Finding ruled(Finding finding, Place rule) {
    return finding.word("rule", rule).because(RuleEvidence.of(rule));
  }
}
