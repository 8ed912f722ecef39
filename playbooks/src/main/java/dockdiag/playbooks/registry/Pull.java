package dockdiag.playbooks.registry;

import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image to be pulled from one of those whom the engine asks; or, without a source, the engine's
/// settings for pulls.
///
/// @param image empty: whatever the engine is set up for
public record Pull(Optional<Reference> image, Optional<Source> source) implements Scope {

  /// Whatever the engine is set up for.
  public static final Pull ANY = new Pull(Optional.empty(), Optional.empty());

  /// That, from wherever the engine has it.
  public static Pull of(Reference image) {
    return new Pull(Optional.of(image), Optional.empty());
  }

  /// That, from there.
  public static Pull of(Reference image, Source source) {
    return new Pull(Optional.of(image), Optional.of(source));
  }

  @Override
  public Subject subject() {
    if (source.isEmpty()) {
      return Subject.host("host");
    }
    Subject whole = new Subject(Map.of("registry", registry()));
    Subject named =
        image
            .flatMap(Reference::repository)
            .map(repository -> whole.with("image", repository + separator() + tag()))
            .orElse(whole);
    return isOfMirror() ? named.with("mirror", source.get().url()) : named;
  }

  /// The registry's name.
  String registry() {
    return image.map(Reference::registry).orElse("");
  }

  /// The image's name.
  String name() {
    return image.map(Reference::toString).orElse("");
  }

  private String tag() {
    return image.map(Reference::tag).orElse("");
  }

  private String separator() {
    return tag().startsWith("sha256:") ? "@" : ":";
  }

  /// Whether it is asked for at a mirror.
  public boolean isOfMirror() {
    return source.filter(one -> one.kind() == Source.Kind.MIRROR).isPresent();
  }

  /// What stops it; empty where nothing does.
  ///
  /// @throws Unobservable where that cannot be told
  public Optional<Stop> stop(Facts facts) throws Unobservable {
    return facts.infer(new WalkOf(this)).stop();
  }

  /// What was asked on the way, as far as it can be seen.
  public List<Evidence> hops(Facts facts) {
    try {
      return facts.infer(new WalkOf(this)).hops();
    } catch (Unobservable unknown) {
      return List.of(); // the checks say what could not be seen
    }
  }

  /// The finding that it is stopped for that reason; empty where it is not.
  ///
  /// @throws Unobservable where that cannot be told
  public Optional<Finding> stoppedBy(Stop.Why why, Facts facts) throws Unobservable {
    return stop(facts).filter(stop -> stop.why() == why).map(this::finding).map(Finding::decisive);
  }

  /// That stop, which others may make up for.
  Finding finding(Stop stop) {
    Finding finding =
        Finding.warning(subject())
            .word("of", image.map(Reference::toString).orElse(stop.where()))
            .word("where", stop.where())
            .word("how", stop.how())
            .with(Confidence.CONFIRMED);
    for (Evidence one : stop.evidence()) {
      finding = finding.because(one);
    }
    return finding;
  }
}
