package dockdiag.playbooks;

import dockdiag.playbooks.Reach.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs a playbook over the facts.
public final class Examination<S extends Scope> {

  private final Playbook<S> playbook;
  private final Facts facts;
  private final Extent extent;
  private final List<Examined> checks = new ArrayList<>();
  private final List<Reach> reach = new ArrayList<>();
  private final List<PathStep> path = new ArrayList<>();
  private final List<Evidence> stages = new ArrayList<>();

  /// How much is wanted.
  private enum Extent {
    /// What there is to show besides faults, too.
    ALL,
    /// Faults, and whom they keep from what.
    FAULTS
  }

  private Examination(Playbook<S> playbook, Facts facts, Extent extent) {
    this.playbook = playbook;
    this.facts = facts;
    this.extent = extent;
  }

  /// Examines all that has to be in order for what was asked about.
  ///
  /// @throws Unobservable where not even the subject can be seen: no engine, no such container
  public static <S extends Scope> Diagnosis of(Playbook<S> playbook, S asked, Facts facts)
      throws Unobservable {
    return new Examination<>(playbook, facts, Extent.ALL).of(asked);
  }

  /// The same without what there is to show besides faults: no path, no overview, no stages.
  ///
  /// @throws Unobservable where not even the subject can be seen
  public static <S extends Scope> Diagnosis ofFaults(Playbook<S> playbook, S asked, Facts facts)
      throws Unobservable {
    return new Examination<>(playbook, facts, Extent.FAULTS).of(asked);
  }

  private Diagnosis of(S asked) throws Unobservable {
    playbook.prepare(asked, facts);
    Optional<String> barrier = Optional.empty();
    for (S scope : playbook.scopes(asked, facts)) {
      Optional<String> error = error(examine(scope, barrier));
      barrier = barrier.isPresent() ? barrier : error;
    }
    Diagnosis diagnosis = diagnosis(asked);
    return barrier.isEmpty() && diagnosis.has(Severity.ERROR)
        ? lookedAtAgain(diagnosis, asked)
        : diagnosis;
  }

  private Diagnosis diagnosis(S asked) {
    return new Diagnosis(
        Ranking.of(playbook.checks(), checks, reach),
        checks,
        reach,
        path,
        extent == Extent.ALL ? playbook.overview(asked, facts) : List.of(),
        stages,
        0);
  }

  /// A container that ended of itself is found as such; of one that ended meanwhile nothing is
  /// known. Where it cannot be looked at again, what was seen stands.
  private Diagnosis lookedAtAgain(Diagnosis diagnosis, S asked) {
    try {
      playbook.lookAgain(asked, facts);
    } catch (Unobservable moved) {
      if (moved.reason() == Unobservable.Reason.CHANGED) {
        return diagnosis.unsettled(moved);
      }
    }
    return diagnosis;
  }

  /// @param barrier the error of an earlier scope that keeps this one from being reached at all
  private List<Examined> examine(S scope, Optional<String> barrier) {
    List<Examined> here = new ArrayList<>();
    for (Check<? super S> check : playbook.checks(scope)) {
      here.add(
          barrier.map(slug -> skipped(check, scope, slug)).orElseGet(() -> examine(check, scope)));
    }
    List<Reach> rows = playbook.reach(scope, facts);
    if (barrier.isEmpty() && !isExplained(here, rows)) {
      rows.stream().filter(Reach::failed).findFirst().ifPresent(row -> here.add(open(scope, row)));
    }
    checks.addAll(here);
    reach.addAll(rows);
    if (extent == Extent.ALL && path.isEmpty()) {
      path.addAll(playbook.path(scope, facts));
    }
    if (extent == Extent.ALL && barrier.isEmpty()) {
      stages.addAll(playbook.stages(scope, facts));
    }
    return scope.standsBefore() ? here : List.of();
  }

  /// An error explains that packets failed; a warning that some did, while others came through.
  private static boolean isExplained(List<Examined> here, List<Reach> rows) {
    boolean works =
        rows.stream().anyMatch(row -> row.observed().map(Fate::fails).equals(Optional.of(false)));
    Severity least = works ? Severity.WARNING : Severity.ERROR;
    return here.stream().anyMatch(one -> one.isAtLeast(least));
  }

  private Examined examine(Check<? super S> check, S scope) {
    Facts view = facts.view();
    Outcome outcome;
    try {
      Optional<Finding> finding = check.examine(scope, view);
      outcome =
          finding
              .<Outcome>map(one -> new Outcome.Found(playbook.tried(scope, check, one, facts)))
              .orElseGet(Outcome.Clear::new);
    } catch (Unobservable unobservable) {
      outcome = blind(unobservable, view);
    }
    long micros = view.consulted().stream().mapToLong(facts::micros).sum();
    return new Examined(check.slug(), scope.subject(), outcome, micros);
  }

  private static Outcome blind(Unobservable unobservable, Facts view) {
    if (unobservable.reason() == Unobservable.Reason.PASSIVE) {
      return new Outcome.Skipped("passive");
    }
    String source =
        view.consulted().stream().reduce((first, last) -> last).map(Probe::source).orElse("");
    return new Outcome.Unknown(source, unobservable.reason(), unobservable.detail());
  }

  private static Examined skipped(Check<?> check, Scope scope, String because) {
    return new Examined(check.slug(), scope.subject(), new Outcome.Skipped(because), 0);
  }

  /// A real packet failed and no check knows why: that must not pass for healthy.
  private static Examined open(Scope scope, Reach row) {
    String seen = row.from() + " to " + row.to() + " was " + row.observed().orElseThrow();
    return new Examined(
        "unexplained",
        scope.subject(),
        new Outcome.Unknown("real packets", Unobservable.Reason.NOT_UNDERSTOOD, seen),
        0);
  }

  private static Optional<String> error(List<Examined> examined) {
    return examined.stream().filter(Examined::isError).map(Examined::slug).findFirst();
  }
}
