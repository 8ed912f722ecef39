package dockdiag.cli.lab.judge;

import java.util.List;
import java.util.Random;

/// Chance that can be had again: of the same seed the same.
record Dice(Random random) {

  static Dice of(long seed) {
    return new Dice(new Random(seed));
  }

  int below(int limit) {
    return random.nextInt(limit);
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  /// Once in so many times.
  boolean seldom(int times) {
    return below(times) == 0;
  }

  /// Three times in four.
  boolean often() {
    return below(4) > 0;
  }
}
