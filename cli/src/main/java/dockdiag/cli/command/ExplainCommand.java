package dockdiag.cli.command;

import dockdiag.playbooks.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What a diagnosis means.
@Command(
    name = "explain",
    description = "what a diagnosis means, how to confirm it by hand, how to mend it",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  dockdiag explain listener-on-loopback"})
public final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "its name, as reports and dockdiag list give it")
  private String slug = "";

  private final Work work;

  /// Carried out with this.
  public ExplainCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    work.streams().out().print(Explanation.of(Slugs.known(slug), "en").text());
    work.streams().out().flush();
    return 0;
  }
}
