package dockdiag.playbooks.platform;

import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerLogsProbe;
import dockdiag.probes.platform.Start;
import dockdiag.probes.platform.StartProbe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the engine and the runtime said when a container did not start. It confirms what the files
/// say; by itself it names no cause.
public final class Words {

  private static final int LINES = 5;
  private static final Pattern KERNEL =
      Pattern.compile(
          "(?i).*(exec format error|no such file or directory|not found|permission denied"
              + "|operation not permitted|is a directory|too many levels).*");

  private Words() {}

  /// The finding, with what was said, where the container's last start failed.
  public static Finding heard(Finding finding, Platform scope, Facts facts) throws Unobservable {
    if (!(scope.tree() instanceof Tree.OfContainer(String name))) {
      return finding;
    }
    StartProbe inspect = new StartProbe(scope.tree());
    Optional<Start.Run> run = facts.get(inspect).run();
    String error = run.map(Start.Run::error).orElse("");
    if (!error.isEmpty()) {
      return finding.because(inspect, error).with(Confidence.CONFIRMED);
    }
    return hasEnded(run) ? read(finding, new ContainerLogsProbe(name, LINES), facts) : finding;
  }

  /// The last line of such words among the last that the container said before it ended; none of
  /// one that runs, or never did, and none of an image.
  ///
  /// @throws Unobservable where the log cannot be read, and so decides nothing
  public static Optional<Evidence> last(Pattern words, Platform scope, Facts facts)
      throws Unobservable {
    if (!(scope.tree() instanceof Tree.OfContainer(String name))
        || !hasEnded(facts.get(new StartProbe(scope.tree())).run())) {
      return Optional.empty();
    }
    ContainerLogsProbe log = new ContainerLogsProbe(name, LINES);
    return facts.get(log).reversed().stream()
        .filter(line -> words.matcher(line).find())
        .findFirst()
        .map(line -> Evidence.of(log, line));
  }

  private static boolean hasEnded(Optional<Start.Run> run) {
    return run.filter(
            one ->
                one.status().equals("restarting")
                    || (one.status().equals("exited") && one.exitCode() != 0))
        .isPresent();
  }

  private static Finding read(Finding finding, ContainerLogsProbe log, Facts facts) {
    return lines(log, facts).reversed().stream()
        .filter(line -> KERNEL.matcher(line).matches())
        .findFirst()
        .map(line -> finding.because(log, line).with(Confidence.CONFIRMED))
        .orElse(finding);
  }

  /// The last lines; none where the log cannot be read, which proves nothing either way.
  private static List<String> lines(ContainerLogsProbe log, Facts facts) {
    try {
      return facts.get(log);
    } catch (Unobservable noLog) {
      return List.of();
    }
  }
}
