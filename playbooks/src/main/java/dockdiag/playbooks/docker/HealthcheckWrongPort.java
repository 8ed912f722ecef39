package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Health;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.SocketsProbe;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The health check asks a port on which nobody listens, whatever the server does.
public final class HealthcheckWrongPort implements Check<Flow> {

  /// A port behind an address that means the container itself.
  private static final Pattern OWN_PORT =
      Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\]|0\\.0\\.0\\.0)[: ]([0-9]{1,5})");

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    Optional<Health> health = container.health().filter(HealthcheckWrongPort::isFailing);
    Optional<Port> asked = health.flatMap(one -> port(String.join(" ", one.test())));
    if (asked.isEmpty() || !container.hasProcess()) {
      return Optional.empty();
    }
    SocketsProbe probe = new SocketsProbe(flow.inside(container));
    Set<Port> listening = Publication.listening(facts.get(probe));
    if (listening.isEmpty() || listening.contains(asked.get())) {
      return Optional.empty(); // asked rightly; or nothing listens at all, which is another fault
    }
    return Optional.of(
        Finding.warning(flow.subject())
            .word("asked", asked.get())
            .word("listening", Evidence.list(listening))
            .because(flow.inspect(), "Healthcheck.Test " + String.join(" ", health.get().test()))
            .because(probe, "listening: " + Evidence.list(listening))
            .mend(Remedy.byHand("port")));
  }

  @Override
  public Set<String> brings() {
    return Set.of("health-failing");
  }

  private static boolean isFailing(Health health) {
    return !health.status().equals(Optional.of(Health.Status.HEALTHY));
  }

  private static Optional<Port> port(String test) {
    Matcher matcher = OWN_PORT.matcher(test);
    return matcher.find() ? Port.parse(matcher.group(1)) : Optional.empty();
  }
}
