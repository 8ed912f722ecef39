package dockdiag.playbooks.change;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy.Effects;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.exchange.Crossing;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.PublishedPort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What else a change does: for each other published port and each class of clients, containers of
/// other networks among them, whether requests and answers cross the host before it and after it.
///
/// It looks at no more than a certain number of rules, so that it takes no longer where there are
/// more of both.
final class Impact {

  private static final int MOST_RULES = 2_000_000;
  private static final int MOST_ATTEMPTS = 400;
  private static final int MOST_NAMED = 8;

  private final Set<String> opens = new LinkedHashSet<>();
  private final Set<String> closes = new LinkedHashSet<>();
  private final Crossing before;
  private final Crossing after;

  private Impact(Crossing before, Crossing after) {
    this.before = before;
    this.after = after;
  }

  /// @param asked what the change is for, and is not named
  static Effects of(Scope asked, Facts before, Facts after) {
    try {
      Impact impact = new Impact(Crossing.of(before), Crossing.of(after));
      impact.look(asked, before);
      return new Effects(named(impact.opens), named(impact.closes));
    } catch (Unobservable unknown) {
      return Effects.NONE;
    }
  }

  private void look(Scope asked, Facts facts) throws Unobservable {
    List<Question> questions = new ArrayList<>();
    for (ContainerSummary container : facts.get(new ContainersProbe())) {
      for (PublishedPort binding : container.published()) {
        Flow flow = Flow.to(container.name()).at(binding.container());
        if (!isMeant(asked, flow)) {
          questions.addAll(Question.of(flow, container, binding, facts));
        }
      }
    }
    int most = Math.clamp(MOST_RULES / before.rules(), 1, MOST_ATTEMPTS);
    questions.stream().limit(most).forEach(this::compare);
  }

  private static boolean isMeant(Scope asked, Flow other) {
    return asked instanceof Flow flow
        && flow.container().equals(other.container())
        && flow.port().equals(other.port());
  }

  private void compare(Question question) {
    Crossing.Result was = before.of(question.asked());
    Crossing.Result is = after.of(question.asked());
    if (was == Crossing.Result.STOPPED && is == Crossing.Result.THROUGH) {
      opens.add(question.who());
    } else if (was == Crossing.Result.THROUGH && is == Crossing.Result.STOPPED) {
      closes.add(question.who());
    }
  }

  private static List<String> named(Set<String> all) {
    List<String> named = new ArrayList<>(all.stream().limit(MOST_NAMED).toList());
    if (all.size() > MOST_NAMED) {
      named.add("+" + (all.size() - MOST_NAMED));
    }
    return named;
  }
}
