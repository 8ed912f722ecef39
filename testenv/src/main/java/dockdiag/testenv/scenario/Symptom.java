package dockdiag.testenv.scenario;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import java.util.function.Function;
import java.util.function.Supplier;

/// A packet that shows what a scenario's user sees, and what must become of it.
public record Symptom(Outcome expected, Function<DockerHost, Attempt> packet) {

  public static Symptom of(Outcome expected, Function<DockerHost, Attempt> packet) {
    return new Symptom(expected, packet);
  }

  /// What the container's own health check makes of it, once it has decided: REFUSED while it is
  /// unhealthy, CONNECTED when it is healthy.
  public static Symptom unhealthy(String container) {
    return of(Outcome.REFUSED, host -> new Attempt(health(host, container), ""));
  }

  private static Outcome health(DockerHost host, String container) {
    Supplier<String> status =
        () ->
            host.docker().inspectContainerCmd(container).exec().getState().getHealth().getStatus();
    host.await(container + " to be healthy or not", () -> !status.get().equals("starting"));
    return status.get().equals("healthy") ? Outcome.CONNECTED : Outcome.REFUSED;
  }

  /// Sends it and answers how it ended.
  public Outcome seenOn(DockerHost host) {
    return packet.apply(host).outcome();
  }
}
