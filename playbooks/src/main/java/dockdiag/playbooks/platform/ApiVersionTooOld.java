package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.MountsProbe;
import dockdiag.probes.docker.ContainerLogsProbe;
import dockdiag.probes.platform.EngineStack;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.platform.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A container that is to look after the engine speaks a version of its API that the engine does
/// not.
public final class ApiVersionTooOld implements Check<Platform> {

  /// The engine's own answer (moby, api/server/middleware/version.go).
  private static final Pattern REFUSED =
      Pattern.compile("client version ([0-9]{1,3}\\.[0-9]{1,3}) is too (old|new)");

  private static final String SOCKET = "docker.sock";
  private static final int LINES = 50;

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    if (!(scope.tree() instanceof Tree.OfContainer(String name))) {
      return Optional.empty();
    }
    MountsProbe mounts = new MountsProbe(name);
    boolean asks = facts.get(mounts).stream().anyMatch(one -> one.source().endsWith(SOCKET));
    return asks ? refused(scope, new ContainerLogsProbe(name, LINES), facts) : Optional.empty();
  }

  private static Optional<Finding> refused(Platform scope, ContainerLogsProbe log, Facts facts)
      throws Unobservable {
    EngineStackProbe engine = new EngineStackProbe();
    EngineStack stack = facts.get(engine);
    for (String line : facts.get(log).reversed()) {
      Matcher said = REFUSED.matcher(line);
      if (said.find()) {
        return isOutside(said.group(1), stack)
            ? Optional.of(finding(scope, said.group(1), stack).because(Evidence.of(log, line)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// An answer of an engine that was replaced since proves nothing any more.
  private static boolean isOutside(String client, EngineStack stack) throws Unobservable {
    Version asked = version(client);
    return asked.compareTo(version(stack.leastApi())) < 0
        || asked.compareTo(version(stack.api())) > 0;
  }

  private static Version version(String text) throws Unobservable {
    return Version.parse(text).orElseThrow(() -> Unobservable.notUnderstood("API version", text));
  }

  private static Finding finding(Platform scope, String client, EngineStack stack) {
    return Finding.error(scope.subject())
        .word("what", scope.name())
        .word("client", client)
        .word("least", stack.leastApi())
        .word("most", stack.api())
        .because(new EngineStackProbe(), "API " + stack.leastApi() + " to " + stack.api())
        .with(Confidence.CONFIRMED)
        .mend(Remedy.byHand("client"))
        .mend(Remedy.byHand("engine"));
  }
}
