package dockdiag.testenv.debian;

import java.util.Locale;

/// A Debian release, and with it the engine that a lab host runs.
public enum Suite {
  /// Docker 20.10.24, iptables through nf_tables.
  BOOKWORM(12),
  /// Docker 26.1.5.
  TRIXIE(13),
  /// Docker 28.5: DOCKER-FORWARD, direct access to containers dropped in `raw`.
  FORKY(14);

  private final int version;

  Suite(int version) {
    this.version = version;
  }

  /// The word that the archive uses.
  public String codename() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// This machine's architecture, as Debian names it.
  static String architecture() {
    return Command.of("dpkg", "--print-architecture").text().strip();
  }

  int version() {
    return version;
  }
}
