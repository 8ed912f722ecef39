package dockdiag.cli.shell;

import dockdiag.cli.command.Work;
import java.util.List;
import picocli.CommandLine;

/// The commands of the command line, as the shell needs them.
public interface Commands {

  /// All of them and these, to be carried out with that work.
  CommandLine of(Work work, List<CommandLine> more);

  /// Carries out the work's words, and answers the exit status; whatever happens, it is said.
  int execute(CommandLine commands, Work work);
}
