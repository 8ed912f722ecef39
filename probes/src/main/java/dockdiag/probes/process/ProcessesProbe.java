package dockdiag.probes.process;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every process of a network namespace.
public record ProcessesProbe(Namespace namespace) implements Probe<List<RunningProcess>> {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{1,9})\t(\\d{1,9})\t(\\S)\t(\\d{1,10})\t(\\d{1,18})\t([^\t]*)"
              + "\t(\\?|(?:\\d{1,18}(?:,\\d{1,18})*)?)\t(.*)");

  @Override
  public List<RunningProcess> observe(Host host) throws Unobservable {
    List<RunningProcess> processes = new ArrayList<>();
    for (String line : host.ask(new Request.ListProcesses(namespace)).body().lines().toList()) {
      if (!line.isBlank()) {
        processes.add(process(line));
      }
    }
    return List.copyOf(processes);
  }

  @Override
  public String source() {
    return "/proc/*/{stat,fd} of " + namespace;
  }

  @Override
  public String byHand() {
    return switch (namespace) {
      case Namespace.OfContainer(String name, _) -> "docker top " + name;
      case Namespace.DockerHost _, Namespace.Self _, Namespace.OfOverlay _ -> "ps -ef";
    };
  }

  private static RunningProcess process(String line) throws Unobservable {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      throw Unobservable.notUnderstood("processes", line);
    }
    return new RunningProcess(
        Integer.parseInt(fields.group(1)),
        Integer.parseInt(fields.group(2)),
        fields.group(3).charAt(0),
        (int) Long.parseLong(fields.group(4)),
        Long.parseLong(fields.group(5)),
        fields.group(6),
        inodes(fields.group(7)),
        fields.group(8));
  }

  // of a process that is closed even to root it is not known what it holds
  private static Set<Long> inodes(String list) {
    Set<Long> inodes = new TreeSet<>();
    for (String inode : list.split(",")) {
      if (!inode.isEmpty() && !inode.equals("?")) {
        inodes.add(Long.valueOf(inode));
      }
    }
    return Collections.unmodifiableSet(inodes);
  }
}
