package dockdiag.cli.shell;

import dockdiag.cli.session.Streams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/// Command lines from a pipe or a file: no prompt, and at the end the status that weighs most.
record Script(Shell shell, Entry entry, Streams streams) {

  /// Nothing found, something could not be seen, something found, a wrong command line, a failure:
  /// the last weighs most.
  private static final List<Integer> BY_WEIGHT = List.of(0, 3, 1, 2, 4);

  int run() {
    int status = 0;
    boolean isEmpty = true;
    Scanner lines = new Scanner(streams.in(), StandardCharsets.UTF_8);
    while (!shell.isOver() && lines.hasNextLine()) {
      String line = lines.nextLine();
      int ended = entry.carryOut(line, streams, (_, command) -> command.getAsInt());
      status = BY_WEIGHT.indexOf(ended) > BY_WEIGHT.indexOf(status) ? ended : status;
      isEmpty &= Words.isBlank(line);
    }
    if (isEmpty) {
      shell.usage();
    }
    return status;
  }
}
