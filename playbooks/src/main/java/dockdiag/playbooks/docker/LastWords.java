package dockdiag.playbooks.docker;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerLogsProbe;
import java.util.List;

/// The last lines of a container's log, as evidence. They help to find out why it ended; that it
/// did is proven without them, so a log that cannot be read is no obstacle.
record LastWords(ContainerLogsProbe probe, List<String> lines) {

  static LastWords of(Flow flow, Facts facts) {
    ContainerLogsProbe probe = new ContainerLogsProbe(flow.container(), 3);
    try {
      return new LastWords(probe, facts.get(probe));
    } catch (Unobservable noLog) {
      return new LastWords(probe, List.of());
    }
  }

  Finding addedTo(Finding finding) {
    Finding heard = finding;
    for (String line : lines) {
      heard = heard.because(probe, line);
    }
    return heard;
  }
}
