package dockdiag.playbooks;

import java.util.List;

/// What mends a fault; dockdiag never runs it.
///
/// @param key names its text in the fault's page: `fix.KEY`, and what else it does:
///     `fix.KEY.impact`
/// @param commands exact commands for the Docker host's root, in order; may be none
/// @param run whether the commands, as they stand, mend it and harm nothing else
/// @param undo the commands that take it back
/// @param lasts what it outlives
/// @param proof whether the facts with the remedy applied were judged again
/// @param effects what else it does, as far as that was judged
public record Remedy(
    String key,
    List<String> commands,
    Run run,
    List<String> undo,
    Lasts lasts,
    Proof proof,
    Effects effects) {

  /// Who may run the commands.
  public enum Run {
    /// A machine may.
    AUTOMATIC,
    /// A person must fill in or decide something.
    BY_HAND
  }

  /// For how long it holds; each outlives all that the ones behind it do.
  public enum Lasts {
    /// Over restarts and reboots.
    PERSISTS,
    /// Until the host restarts: settings of the running kernel.
    UNTIL_REBOOT,
    /// Until a firewall loads its rules anew, or the host restarts: rules that nobody has written
    /// down.
    UNTIL_RELOAD,
    /// Until the container or the engine starts anew, too: what they make by themselves.
    FOR_NOW;

    /// Whether it outlives a reload of the host's firewall.
    public boolean survivesReload() {
      return compareTo(UNTIL_REBOOT) <= 0;
    }

    /// Whether it outlives a restart of the engine.
    public boolean survivesEngine() {
      return compareTo(UNTIL_RELOAD) <= 0;
    }
  }

  /// Whether it is known to work.
  public enum Proof {
    /// Judged again with the remedy applied: the fault is gone.
    PROVEN,
    /// Not judged again, or it cannot be.
    UNPROVEN
  }

  /// Who else gets through by it, and who no longer does: `mysql 3306/tcp from outside`.
  public record Effects(List<String> opens, List<String> closes) {

    /// Nothing else, as far as is known.
    public static final Effects NONE = new Effects(List.of(), List.of());

    public Effects {
      opens = List.copyOf(opens);
      closes = List.copyOf(closes);
    }
  }

  public Remedy {
    commands = List.copyOf(commands);
    undo = List.copyOf(undo);
  }

  /// One that a person has to adapt.
  public static Remedy byHand(String key, String... commands) {
    return of(key, Run.BY_HAND, commands);
  }

  /// One that root can run as it stands.
  public static Remedy automatic(String key, String... commands) {
    return of(key, Run.AUTOMATIC, commands);
  }

  private static Remedy of(String key, Run run, String... commands) {
    return new Remedy(
        key, List.of(commands), run, List.of(), Lasts.PERSISTS, Proof.UNPROVEN, Effects.NONE);
  }

  /// The same, taken back by these.
  public Remedy undoneBy(String... undoing) {
    return new Remedy(key, commands, run, List.of(undoing), lasts, proof, effects);
  }

  /// The same, gone with the next restart, reload or reboot.
  public Remedy forNow() {
    return lasting(Lasts.FOR_NOW);
  }

  /// The same, gone when the host's firewall loads its rules anew.
  public Remedy untilReload() {
    return lasting(Lasts.UNTIL_RELOAD);
  }

  /// The same, gone when the host restarts.
  public Remedy untilReboot() {
    return lasting(Lasts.UNTIL_REBOOT);
  }

  private Remedy lasting(Lasts time) {
    return new Remedy(key, commands, run, undo, time, proof, effects);
  }

  /// The same, judged again and found to work.
  public Remedy proven() {
    return new Remedy(key, commands, run, undo, lasts, Proof.PROVEN, effects);
  }

  /// The same, for a person to decide.
  public Remedy byHand() {
    return new Remedy(key, commands, Run.BY_HAND, undo, lasts, proof, effects);
  }

  /// The same, and this is what else it does.
  public Remedy with(Effects known) {
    return new Remedy(key, commands, run, undo, lasts, proof, known);
  }
}
