package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `-p` was written after the image's name, and so became an argument of the command.
public final class OptionsAfterImage implements Check<Flow> {

  private static final Pattern PUBLISH = Pattern.compile("-p|--publish|-P|--publish-all");
  private static final Pattern JOINED =
      Pattern.compile("(-p|--publish=)[0-9.:\\[\\]a-f]*[0-9]+:[0-9]+.*");

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (!container.requested().isEmpty() || container.networking().publishAll()) {
      return Optional.empty();
    }
    List<String> command = container.config().cmd();
    for (int i = 0; i < command.size(); i++) {
      if (isPublication(command, i)) {
        return Optional.of(finding(flow, command, i));
      }
    }
    return Optional.empty();
  }

  @Override
  public Set<String> brings() {
    // the stray words are arguments of the command, and few commands bear them
    return Set.of("port-not-published", "container-not-running", "container-restarting");
  }

  /// `-p 8080:80` in two words or one; a lone `-p 80` is an option of many servers.
  private static boolean isPublication(List<String> command, int i) {
    boolean hasPair = i + 1 < command.size() && command.get(i + 1).matches(".*[0-9]+:[0-9]+.*");
    return (PUBLISH.matcher(command.get(i)).matches() && hasPair)
        || JOINED.matcher(command.get(i)).matches();
  }

  private static Finding finding(Flow flow, List<String> command, int i) {
    String stray = String.join(" ", command.subList(i, Math.min(i + 2, command.size())));
    return Finding.error(flow.subject())
        .word("options", stray)
        .because(
            flow.inspect(),
            "Config.Cmd " + String.join(" ", command) + ", HostConfig.PortBindings {}")
        .mend(Remedy.byHand("order"));
  }
}
