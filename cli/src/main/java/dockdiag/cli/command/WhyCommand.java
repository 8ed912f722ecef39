package dockdiag.cli.command;

import dockdiag.cli.report.Reasons;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Fault;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What the last report knows of one diagnosis.
@Command(
    name = "why",
    description = "how the last report knows a diagnosis, or that it is not so",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  why listener-on-loopback"})
public final class WhyCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(paramLabel = "ID", description = "its name, as the report gives it")
  private String slug = "";

  private final Work work;
  private final Optional<Told> last;

  /// @param last empty where nothing was asked yet
  public WhyCommand(Work work, Optional<Told> last) {
    this.work = work;
    this.last = last;
  }

  @Override
  public Integer call() {
    Told told = last.orElseThrow(() -> new Stop(ExitCode.USAGE, Texts.say("shell.nothing")));
    Fault fault = Slugs.known(slug);
    if (!Reasons.has(told.report(), fault.slug())) {
      throw new Stop(ExitCode.USAGE, Texts.say("shell.not.examined", fault.slug()));
    }
    Publishing publishing = new Publishing(work, options, told.session());
    publishing.publish(told.report(), new Reasons(fault.slug(), publishing.look()));
    return ExitCode.OK.status();
  }
}
