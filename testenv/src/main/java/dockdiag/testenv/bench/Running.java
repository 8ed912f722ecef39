package dockdiag.testenv.bench;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A host that somebody's `lab up` keeps up, and the process that does.
record Running(String scenario, long pid) {
  private static final String MARK = "scenario";

  static List<Running> in(LabFolder folder) throws IOException {
    try (Stream<Path> states = Files.list(folder.hosts())) {
      List<Running> all = new ArrayList<>();
      for (Path mark : states.map(state -> state.resolve(MARK)).filter(Files::exists).toList()) {
        List<String> lines = Files.readAllLines(mark);
        Running running = new Running(lines.get(0), Long.parseLong(lines.get(1)));
        if (ProcessHandle.of(running.pid()).isPresent()) {
          all.add(running);
        }
      }
      return all;
    }
  }

  static void mark(DockerHost host, Scenario scenario) throws IOException {
    Path mark = host.socket().resolveSibling(MARK);
    Files.writeString(mark, scenario.name() + "\n" + ProcessHandle.current().pid() + "\n");
  }

  /// Ends the process; its host goes with it.
  void end() {
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().join();
            });
  }
}
