package dockdiag.playbooks;

import java.util.List;

/// A finding in its place among the others.
///
/// @param causes slugs of the faults that this one brought about here
public record Diagnosed(String slug, Finding finding, Role role, List<String> causes) {

  /// How it stands to the others of its subject.
  public enum Role {
    /// Mended, it lets the next stage be reached.
    ROOT_CAUSE,
    /// Stands in the way after the root cause, or is no error.
    ALSO_FOUND,
    /// Goes away with another.
    CONSEQUENCE
  }

  public Diagnosed {
    causes = List.copyOf(causes);
  }
}
