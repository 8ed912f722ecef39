package dockdiag.cli.command;

import dockdiag.cli.report.Detail;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Severity;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.net.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every diagnosing command takes.
public final class DiagnosisOptions {

  /// How a report is written.
  public enum Format {
    /// For people.
    text,
    /// For programs: the schema is printed by `dockdiag schema`.
    json,
    /// For tickets.
    markdown,
    /// For a browser: one page that needs nothing else.
    html,
    /// For gates of builds: each check a test case of JUnit.
    junit;

    /// Of a command whose answer is nothing that passes or fails.
    Stop unfit(String command) {
      return new Stop(ExitCode.USAGE, Texts.say("format.unfit", command, this));
    }
  }

  /// From which severity on the exit status is 1.
  public enum FailOn {
    /// Errors.
    error,
    /// Errors and warnings.
    warning,
    /// Nothing.
    never
  }

  /// Whether a text report is coloured.
  public enum Colour {
    /// Where a person sees it and NO_COLOR is not set (no-color.org).
    auto,
    /// Always.
    always,
    /// Never.
    never
  }

  @Option(
      names = {"-H", "--host"},
      paramLabel = "URL",
      description =
          "the engine: unix:///var/run/docker.sock, tcp://HOST:2376; else DOCKER_HOST,"
              + " DOCKER_CONTEXT, or the default socket")
  private @Nullable String engine;

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      description = "the outside client that complains")
  private @Nullable Address from;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the report there instead of to standard output")
  private @Nullable Path output;

  @Option(
      names = "--save",
      paramLabel = "BUNDLE",
      description = "write all evidence there too, for dockdiag replay")
  private @Nullable Path save;

  @Option(names = "--no-redact", description = "do not mask secrets")
  private boolean raw;

  @Option(names = "--passive", description = "send no packet, enter no namespace")
  private boolean passive;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "3s",
      description = "the most that one look may take, such as 500ms; default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ofSeconds(3);

  @Option(
      names = "--ignore",
      paramLabel = "SLUG[@SUBJECT]",
      description = "hide that finding and count it as ignored; may be repeated")
  private List<Ignored> ignored = List.of();

  @Option(
      names = "--fail-on",
      defaultValue = "error",
      description =
          "exit status 1 from here on: ${COMPLETION-CANDIDATES};" + " default: ${DEFAULT-VALUE}")
  private FailOn failOn = FailOn.error;

  @Option(
      names = "--color",
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private Colour colour = Colour.auto;

  @Option(names = "--ascii", description = "write nothing but ASCII")
  private boolean ascii;

  @Option(
      names = {"-v", "--verbose"},
      description = "every check and all evidence; where dockdiag itself fails, say where")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "one line for each cause")
  private boolean quiet;

  /// How a live host is to be asked.
  public LiveOptions live(Map<String, String> environment) {
    LiveOptions.Manner manner = passive ? LiveOptions.Manner.PASSIVE : LiveOptions.Manner.ACTIVE;
    return new LiveOptions(Optional.ofNullable(engine), environment, timeout, manner);
  }

  /// `--no-redact`.
  public Secrets secrets() {
    return raw ? Secrets.RAW : Secrets.MASKED;
  }

  Optional<Address> from() {
    return Optional.ofNullable(from);
  }

  Format format() {
    return format;
  }

  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  Optional<Path> save() {
    return Optional.ofNullable(save);
  }

  Duration timeout() {
    return timeout;
  }

  List<Ignored> ignored() {
    return ignored;
  }

  Optional<Severity> failOn() {
    return switch (failOn) {
      case error -> Optional.of(Severity.ERROR);
      case warning -> Optional.of(Severity.WARNING);
      case never -> Optional.empty();
    };
  }

  Colour colour() {
    return colour;
  }

  boolean isAscii() {
    return ascii;
  }

  Detail detail() {
    return verbose ? Detail.VERBOSE : quiet ? Detail.QUIET : Detail.NORMAL;
  }
}
