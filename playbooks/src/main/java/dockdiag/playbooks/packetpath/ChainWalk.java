package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayDeque;
import java.util.Deque;

/// Walks a base chain and the chains that it leads into.
final class ChainWalk {

  /// The kernel refuses deeper jumps and cycles; a dump may hold them all the same.
  private static final int DEEPEST = 64;

  private static final int LONGEST = 2_000_000;

  private record Frame(Chain chain, Sieve sieve, int next) {
    Frame at(int rule) {
      return new Frame(chain, sieve, rule);
    }
  }

  private final Run run;
  private final Table table;
  private final Chain base;
  private final Deque<Frame> callers = new ArrayDeque<>();
  private Frame at;

  ChainWalk(Run run, Table table, Chain base) {
    this.run = run;
    this.table = table;
    this.base = base;
    this.at = start(base);
  }

  /// Accept or the packet's end.
  Verdict walk() {
    for (int asked = 0; asked < LONGEST; asked++) {
      at = at.at(at.sieve().next(at.next(), run.fields()));
      if (at.next() == at.chain().rules().size()) {
        if (callers.isEmpty()) {
          return policy();
        }
        at = callers.pop();
        continue;
      }
      Rule rule = at.chain().rules().get(at.next());
      Verdict verdict = new RuleWalk(run, table, at.chain(), rule).ask();
      at = at.at(at.next() + 1);
      switch (verdict) {
        case Verdict.Continue _ -> {}
        case Verdict.Accept _, Verdict.End _ -> {
          return verdict;
        }
        case Verdict.Return _ -> at = at.at(at.chain().rules().size());
        case Verdict.Enter(String name, boolean comesBack) -> enter(name, comesBack);
      }
    }
    throw new Undecidable("endless: " + table.place() + " " + base.name());
  }

  private void enter(String name, boolean comesBack) {
    Chain chain =
        run.netns()
            .index()
            .chain(table, name)
            .orElseThrow(() -> new Undecidable("no chain: " + table.place() + " " + name));
    if (comesBack) {
      callers.push(at);
    }
    if (callers.size() > DEEPEST) {
      throw new Undecidable("too deep: " + table.place() + " " + base.name());
    }
    at = start(chain);
  }

  private Frame start(Chain chain) {
    return new Frame(chain, run.netns().index().sieve(chain), 0);
  }

  private Verdict policy() {
    boolean drops = base.policy().orElse("ACCEPT").equals("DROP");
    Place place = Place.policy(table, base);
    run.met(place, drops ? "drop" : "accept");
    return drops ? new Verdict.End(new Fate.Dropped(place)) : new Verdict.Accept();
  }
}
