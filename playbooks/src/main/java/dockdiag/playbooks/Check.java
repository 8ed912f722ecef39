package dockdiag.playbooks;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tests for one fault.
///
/// Its author writes the happy path: a fact that cannot be seen unwinds to the [Examination], which
/// answers [Outcome.Unknown]. So what was not seen can never pass for healthy.
///
/// @param <S> where it can look; one that looks at the host alone takes any [Scope]
public interface Check<S extends Scope> extends Fault {

  /// The fault, if it is there.
  ///
  /// @throws Unobservable where a fact that decides cannot be seen
  Optional<Finding> examine(S scope, Facts facts) throws Unobservable;

  /// Slugs of the faults that this one brings about; they are folded under it.
  default Set<String> brings() {
    return Set.of();
  }

  /// The same by what is set alone, where it also asks what packets have met: that says nothing of
  /// how they would fare after a change.
  default Check<S> predicting() {
    return this;
  }

  /// The same, for a playbook that is about more: looked for in that part of its scope.
  default <W extends Scope> Check<W> within(Function<W, S> part) {
    return new Within<>(this, part);
  }

  /// The same, where it brings about these too.
  default Check<S> bringing(String... more) {
    return new Bringing<>(this, Set.of(more));
  }

  /// A check whose fault has more consequences where it is looked for.
  record Bringing<S extends Scope>(Check<S> check, Set<String> more) implements Check<S> {

    @Override
    public Optional<Finding> examine(S scope, Facts facts) throws Unobservable {
      return check.examine(scope, facts);
    }

    @Override
    public Set<String> brings() {
      return Stream.concat(check.brings().stream(), more.stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Check<S> predicting() {
      return new Bringing<>(check.predicting(), more);
    }

    @Override
    public Class<?> home() {
      return check.home();
    }
  }

  /// A check in a wider scope.
  record Within<W extends Scope, S extends Scope>(Check<S> check, Function<W, S> part)
      implements Check<W> {

    @Override
    public Optional<Finding> examine(W scope, Facts facts) throws Unobservable {
      return check.examine(part.apply(scope), facts);
    }

    @Override
    public Set<String> brings() {
      return check.brings();
    }

    @Override
    public Check<W> predicting() {
      return new Within<>(check.predicting(), part);
    }

    @Override
    public Class<?> home() {
      return check.home();
    }
  }
}
