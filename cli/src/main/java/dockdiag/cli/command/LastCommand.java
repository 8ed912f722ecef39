package dockdiag.cli.command;

import dockdiag.cli.report.Report;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The last report once more, nothing asked anew.
@Command(
    name = "last",
    description = "the last report once more, in another format or in more detail",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  last --verbose                       every check and all evidence",
      "  last --format markdown -o ticket.md  for a ticket",
      "  last --save case                     its evidence too"
    })
public final class LastCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  private final Work work;
  private final Optional<Told> last;

  /// @param last empty where nothing was asked yet
  public LastCommand(Work work, Optional<Told> last) {
    this.work = work;
    this.last = last;
  }

  @Override
  public Integer call() {
    Told told = last.orElseThrow(() -> new Stop(ExitCode.USAGE, Texts.say("shell.nothing")));
    Report report = told.report().in(options.detail());
    new Publishing(work, options, told.session()).publish(report);
    return ExitCode.OK.status();
  }
}
