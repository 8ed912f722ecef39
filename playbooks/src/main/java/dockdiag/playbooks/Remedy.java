package dockdiag.playbooks;

import java.util.List;

/// What mends a fault; dockdiag never runs it.
///
/// @param key names its text in the fault's page: `fix.KEY`, and what else it does:
///     `fix.KEY.impact`
/// @param commands exact commands for the Docker host's root, in order; may be none
/// @param run whether the commands, as they stand, mend it and harm nothing else
/// @param undo the commands that take it back
/// @param lasts whether it outlives a restart of the container, of the engine, and of the host
/// @param proof whether the facts with the remedy applied were judged again
public record Remedy(
    String key, List<String> commands, Run run, List<String> undo, Lasts lasts, Proof proof) {

  /// Who may run the commands.
  public enum Run {
    /// A machine may.
    AUTOMATIC,
    /// A person must fill in or decide something.
    BY_HAND
  }

  /// For how long it holds.
  public enum Lasts {
    /// Over restarts and reboots.
    PERSISTS,
    /// Until the next restart, reload or reboot.
    FOR_NOW
  }

  /// Whether it is known to work.
  public enum Proof {
    /// Judged again with the remedy applied: the fault is gone.
    PROVEN,
    /// Not judged again, or it cannot be.
    UNPROVEN
  }

  public Remedy {
    commands = List.copyOf(commands);
    undo = List.copyOf(undo);
  }

  /// One that a person has to adapt.
  public static Remedy byHand(String key, String... commands) {
    return new Remedy(
        key, List.of(commands), Run.BY_HAND, List.of(), Lasts.PERSISTS, Proof.UNPROVEN);
  }

  /// One that root can run as it stands.
  public static Remedy automatic(String key, String... commands) {
    return new Remedy(
        key, List.of(commands), Run.AUTOMATIC, List.of(), Lasts.PERSISTS, Proof.UNPROVEN);
  }

  /// The same, taken back by these.
  public Remedy undoneBy(String... undoing) {
    return new Remedy(key, commands, run, List.of(undoing), lasts, proof);
  }

  /// The same, gone with the next restart, reload or reboot.
  public Remedy forNow() {
    return new Remedy(key, commands, run, undo, Lasts.FOR_NOW, proof);
  }

  /// The same, judged again and found to work.
  public Remedy proven() {
    return new Remedy(key, commands, run, undo, lasts, Proof.PROVEN);
  }
}
