package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.probes.host.BundleUnreadable;
import dockdiag.probes.host.EvidenceBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The same diagnosis, from recorded evidence.
@Command(
    name = "replay",
    description = "the same diagnosis, offline, from recorded evidence",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag replay case.dockdiag.zip                  what was asked when it was recorded",
      "  dockdiag replay case.dockdiag.zip ports mysql -v   another question to the same evidence"
    })
public final class ReplayCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "what --save has written")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "COMMAND",
      description = "another command, with its options")
  private List<String> command = List.of();

  private final Work work;
  private final ToIntFunction<Work> carryingOut;

  /// @param carryingOut executes another command line
  public ReplayCommand(Work work, ToIntFunction<Work> carryingOut) {
    this.work = work;
    this.carryingOut = carryingOut;
  }

  @Override
  public Integer call() {
    if (work.recording().isPresent()) { // a bundle's command line is anybody's, and may have no end
      throw new Stop(ExitCode.USAGE, Texts.say("bundle.nested"));
    }
    EvidenceBundle bundle = read(file);
    List<String> words = command.isEmpty() ? bundle.header().commandLine() : command;
    if (words.isEmpty()) {
      throw new Stop(ExitCode.USAGE, Texts.say("bundle.command", file));
    }
    return carryingOut.applyAsInt(work.replaying(bundle, words));
  }

  private static EvidenceBundle read(Path file) {
    try {
      return EvidenceBundle.read(file);
    } catch (BundleUnreadable unreadable) {
      throw new Stop(ExitCode.USAGE, String.valueOf(unreadable.getMessage()));
    }
  }
}
