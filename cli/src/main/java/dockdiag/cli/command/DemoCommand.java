package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Streams;
import dockdiag.cli.session.Texts;
import dockdiag.probes.host.BundleUnreadable;
import dockdiag.probes.host.EvidenceBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/// A broken shop, diagnosed before your eyes from a recording of a real engine.
@Command(
    name = "demo",
    description = "a broken shop, diagnosed before your eyes; needs neither Docker nor root",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  dockdiag demo | less"})
public final class DemoCommand implements Callable<Integer> {

  /// The first in full, the rest in a line each; the recording answers all of them.
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("ports", "mysql"),
          List.of("netstat", "mysql"),
          List.of("ports", "frontend-1", "--quiet"),
          List.of("ports", "frontend-2", "--from", "198.51.100.2", "--quiet"),
          List.of("ports", "order-service", "--quiet"),
          List.of("ports", "redis", "--quiet"));

  private final Work work;
  private final Consumer<Work> carryingOut;

  /// @param carryingOut executes another command line
  public DemoCommand(Work work, Consumer<Work> carryingOut) {
    this.work = work;
    this.carryingOut = carryingOut;
  }

  /// What it asks, word by word.
  public static List<List<String>> questions() {
    return QUESTIONS;
  }

  @Override
  public Integer call() throws IOException, BundleUnreadable {
    EvidenceBundle shop = shop();
    Streams streams = work.streams();
    for (List<String> question : QUESTIONS) {
      streams.out().println(Texts.say("demo.step", String.join(" ", question)));
      streams.out().println();
      carryingOut.accept(work.replaying(shop, question));
      streams.out().println();
    }
    streams.out().println(Texts.say("demo.end"));
    streams.out().flush();
    return ExitCode.OK.status();
  }

  private static EvidenceBundle shop() throws IOException, BundleUnreadable {
    Path file = Files.createTempFile("dockdiag-demo", EvidenceBundle.SUFFIX);
    try (InputStream in = DemoCommand.class.getResourceAsStream("demo.dockdiag.zip")) {
      if (in == null) {
        throw new UncheckedIOException(
            new IOException("demo.dockdiag.zip is not on the class path"));
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return EvidenceBundle.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
