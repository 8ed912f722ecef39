package dockdiag.cli.report;

import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.topology.Topology;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A diagnosis with what a ticket needs to say of it: by whom, when, of which host.
///
/// @param tool the program and its version: `dockdiag 1.0.0`
/// @param time when it was observed; reports give it in UTC, to the second
/// @param commandLine the words as they were given, the program's name first
/// @param host facts about the host, in order: `name`, `os`, `kernel`, `arch`, `engine`, and
///     `evidence`, which is `live` or `recorded`; unknown ones are left out
/// @param topology what hangs on what, where that was asked
/// @param detail how much a report for people tells; one for machines always tells all
public record Report(
    String tool,
    Instant time,
    List<String> commandLine,
    Map<String, String> host,
    Diagnosis diagnosis,
    Optional<Topology> topology,
    Detail detail) {

  public Report {
    time = time.truncatedTo(ChronoUnit.SECONDS);
    commandLine = List.copyOf(commandLine);
    host = Collections.unmodifiableMap(new LinkedHashMap<>(host));
  }

  /// Of a command that does not ask what hangs on what.
  public Report(
      String tool,
      Instant time,
      List<String> commandLine,
      Map<String, String> host,
      Diagnosis diagnosis,
      Detail detail) {
    this(tool, time, commandLine, host, diagnosis, Optional.empty(), detail);
  }

  /// The same, told at another length.
  public Report in(Detail other) {
    return new Report(tool, time, commandLine, host, diagnosis, topology, other);
  }

  /// The command line as a shell takes it.
  public String command() {
    return CommandLine.of(commandLine.toArray(String[]::new));
  }
}
