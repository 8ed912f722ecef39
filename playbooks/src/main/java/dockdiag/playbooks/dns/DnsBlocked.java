package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Trouble;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.playbooks.resolver.Upstream;
import dockdiag.playbooks.resolver.Ways;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Protocol;
import java.util.Optional;

/// A rule drops the container's questions on their way to the server.
public final class DnsBlocked implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Optional<Trouble> trouble;
    try {
      trouble = Outside.blamed(naming, facts, Blame.RULE);
    } catch (Unobservable unsent) {
      if (unsent.reason() != Reason.PASSIVE) {
        throw unsent;
      }
      return predicted(naming, facts, unsent);
    }
    if (trouble.isPresent()) {
      Place rule = trouble.get().rule().orElseThrow();
      return Optional.of(told(Outside.error(naming, trouble.get()), rule));
    }
    Optional<String> undecided = Outside.undecided(naming, facts);
    if (undecided.isPresent()) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, undecided.get());
    }
    return Optional.empty();
  }

  /// Where nothing may be sent, the rules alone tell.
  private static Optional<Finding> predicted(Naming naming, Facts facts, Unobservable unsent)
      throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    for (Upstream first : resolver.upstreams().stream().limit(1).toList()) {
      End way = Ways.of(first, resolver.container(), Protocol.UDP, facts);
      Optional<Place> rule = Ways.rule(way);
      if (rule.isPresent()) {
        Finding finding = Outside.named(Finding.error(naming.subject()), first);
        return Optional.of(told(finding, rule.get()));
      }
    }
    throw unsent;
  }

  private static Finding told(Finding finding, Place rule) {
    return Outside.ruled(finding, rule).mend(Remedy.byHand("rule"));
  }
}
