package dockdiag.cli.shell;

/// Whether `!COMMAND` runs a command of the host.
public enum HostCommands {
  /// It does: `--allow-shell`.
  ALLOWED,
  /// It does not.
  OFF
}
