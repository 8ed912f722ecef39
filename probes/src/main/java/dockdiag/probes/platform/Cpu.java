package dockdiag.probes.platform;

import java.util.List;
import java.util.Set;

/// What the host's processors can do, as `/proc/cpuinfo` lists it.
///
/// @param flags of x86 processors; of others none
public record Cpu(Set<String> flags) {

  /// What each level of x86-64 has beyond the one before, as the kernel calls it (x86-64 psABI,
  /// "Microarchitecture levels"; asm/cpufeatures.h).
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"),
          Set.of("avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"),
          Set.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"));

  public Cpu {
    flags = Set.copyOf(flags);
  }

  /// The level of x86-64 that it has: 1 to 4.
  public int level() {
    int level = 1;
    for (Set<String> needed : LEVELS) {
      if (!flags.containsAll(needed)) {
        return level;
      }
      level++;
    }
    return level;
  }
}
