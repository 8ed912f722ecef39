package dockdiag.cli.command;

import dockdiag.cli.command.DiagnosisOptions.Format;
import dockdiag.cli.report.Glyphs;
import dockdiag.cli.report.HtmlReport;
import dockdiag.cli.report.Ink;
import dockdiag.cli.report.JsonReport;
import dockdiag.cli.report.JunitReport;
import dockdiag.cli.report.MarkdownReport;
import dockdiag.cli.report.Report;
import dockdiag.cli.report.ReportWriter;
import dockdiag.cli.report.TextReport;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Streams.Terminal;
import dockdiag.cli.session.Texts;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.EvidenceBundle;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Writes the report and the evidence, once both are known to hold no secret that was masked.
public final class Publishing {

  private static final int WIDTH = 100;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private final Work work;
  private final DiagnosisOptions options;
  private final Session session;

  Publishing(Work work, DiagnosisOptions options, Session session) {
    this.work = work;
    this.options = options;
    this.session = session;
  }

  void publish(Report report) {
    publish(report, writer());
  }

  void publish(Report report, ReportWriter writer) {
    publish(written(report, writer));
  }

  void publish(String plain) {
    String text = isMarkup() ? session.swept(plain) : session.masked(plain);
    Optional<EvidenceBundle> evidence =
        options.save().isPresent() ? session.evidence() : Optional.empty();
    refuseLeaks(text, evidence);
    Optional<Path> file = options.output().filter(_ -> work.mayWrite());
    file.ifPresentOrElse(wanted -> write(wanted, text), () -> print(text));
    evidence.ifPresent(this::save);
    if (evidence.isEmpty() && options.save().isPresent() && work.mayWrite()) {
      work.streams().err().println("dockdiag: " + Texts.say("saved.not"));
    }
  }

  /// There a secret's neighbours are elements, which are no part of it.
  private boolean isMarkup() {
    return Set.of(Format.html, Format.junit).contains(options.format());
  }

  private void print(String text) {
    work.streams().out().print(text);
    work.streams().out().flush();
  }

  private void refuseLeaks(String text, Optional<EvidenceBundle> evidence) {
    if (session.redaction().map(one -> one.leaks(text)).orElse(false)) {
      throw new Stop(ExitCode.FAILED, Texts.say("secret.leaks", "the report"));
    }
    evidence
        .flatMap(bundle -> session.redaction().flatMap(one -> one.leak(bundle)))
        .ifPresent(
            entry -> {
              throw new Stop(ExitCode.FAILED, Texts.say("secret.leaks", entry));
            });
  }

  private void save(EvidenceBundle bundle) {
    Path file = bundle.fileFor(options.save().orElseThrow());
    boolean raw = bundle.header().secrets() == Secrets.RAW;
    write(file, raw ? target -> secretly(bundle, target) : bundle::write);
    String key = raw ? "saved.raw" : "saved";
    work.streams().err().println(Texts.say(key, file));
  }

  /// So that nobody else on the machine reads the secrets.
  private static void secretly(EvidenceBundle bundle, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    bundle.write(file);
  }

  private static String written(Report report, ReportWriter writer) {
    StringBuilder text = new StringBuilder();
    try {
      writer.write(report, text);
    } catch (IOException impossible) {
      throw new IllegalStateException("a StringBuilder does not fail", impossible);
    }
    return text.toString();
  }

  private ReportWriter writer() {
    return switch (options.format()) {
      case json -> new JsonReport();
      case markdown -> new MarkdownReport();
      case html -> new HtmlReport();
      case junit -> new JunitReport();
      case text -> look();
    };
  }

  /// How a report for people looks here.
  TextReport look() {
    return new TextReport(width(), options.isAscii() ? Glyphs.ASCII : Glyphs.UNICODE, ink());
  }

  /// The shell knows how wide its terminal is, as COLUMNS.
  private int width() {
    String columns = work.streams().environment().getOrDefault("COLUMNS", "");
    boolean isKnown =
        work.streams().terminal() == Terminal.YES && columns.matches("[1-9][0-9]{0,3}");
    return isKnown ? Integer.parseInt(columns) : WIDTH;
  }

  private Ink ink() {
    boolean coloured =
        switch (options.colour()) {
          case always -> true;
          case never -> false;
          case auto ->
              work.streams().terminal() == Terminal.YES
                  && options.output().isEmpty()
                  && !work.streams().environment().containsKey("NO_COLOR");
        };
    return coloured ? Ink.COLOUR : Ink.PLAIN;
  }

  /// Writes a text as a report is written.
  ///
  /// @throws Stop where it cannot be written
  public static void write(Path file, String text) {
    write(file, target -> Files.writeString(target, text));
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try {
      writing.to(file);
    } catch (IOException refused) {
      throw new Stop(ExitCode.FAILED, Texts.say("output.failed", file, why(refused)));
    }
  }

  private static String why(IOException refused) {
    return switch (refused) {
      case NoSuchFileException _ -> Texts.say("output.folder");
      case AccessDeniedException _ -> Texts.say("output.permitted");
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(refused.getMessage());
    };
  }
}
