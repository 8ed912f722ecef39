package dockdiag.probes.platform;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the engine or of one of its parts: `20.10.24+dfsg1`, `1.0.0~rc93+ds1`.
///
/// @param text as it was told
/// @param candidate the number of the release candidate; of a release, more than any
public record Version(String text, int major, int minor, int patch, int candidate)
    implements Comparable<Version> {

  private static final Pattern VERSION =
      Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[~-]rc\\.?(\\d{1,6}))?.*");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch)
          .thenComparingInt(Version::candidate);

  /// Empty where it does not begin with two numbers.
  public static Optional<Version> parse(String text) {
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String patch = matcher.group(3);
    String candidate = matcher.group(4);
    return Optional.of(
        new Version(
            text,
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            patch == null ? 0 : Integer.parseInt(patch),
            candidate == null ? Integer.MAX_VALUE : Integer.parseInt(candidate)));
  }

  /// Whether it is older than that.
  public boolean isBefore(String other) {
    return compareTo(parse(other).orElseThrow()) < 0;
  }

  /// By the numbers alone: what a distribution appends does not count.
  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return text;
  }
}
