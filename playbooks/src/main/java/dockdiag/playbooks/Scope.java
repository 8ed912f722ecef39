package dockdiag.playbooks;

/// What is examined, and what findings are then about: a flow, a network, the host itself.
public interface Scope {

  /// As reports name it.
  Subject subject();

  /// Whether an error here keeps what is examined after it from being reached at all.
  default boolean standsBefore() {
    return false;
  }
}
