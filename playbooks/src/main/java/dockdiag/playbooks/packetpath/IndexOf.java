package dockdiag.playbooks.packetpath;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;

/// A network namespace's rules, put in order once for all walks through it.
///
/// What else a walk needs is observed beside them.
record IndexOf(Namespace namespace) implements Inference<Index> {

  @Override
  public Index infer(Facts facts) throws Unobservable {
    facts.prepare(Netns.probes(namespace));
    return new Index(facts.infer(new RulesetOf(namespace)));
  }
}
