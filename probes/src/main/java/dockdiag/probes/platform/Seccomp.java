package dockdiag.probes.platform;

import java.util.Set;

/// The filter between a container's processes and the kernel's system calls (seccomp(2)).
///
/// @param source who made it
/// @param passed the calls that it lets through, at least in some cases, or answers otherwise than
///   with EPERM; known of a container's own filter alone
/// @param refused the calls that it answers with EPERM
/// @param closed whether it answers EPERM to what it does not name
public record Seccomp(Source source, Set<String> passed, Set<String> refused, boolean closed) {

  /// Who made it.
  public enum Source {
    /// There is none.
    NONE,
    /// It is part of the engine.
    ENGINE,
    /// The container was given one of its own.
    OWN
  }

  public Seccomp {
    passed = Set.copyOf(passed);
    refused = Set.copyOf(refused);
  }

  static Seccomp of(Source source) {
    return new Seccomp(source, Set.of(), Set.of(), false);
  }
}
