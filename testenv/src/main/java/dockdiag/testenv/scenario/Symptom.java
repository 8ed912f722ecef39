package dockdiag.testenv.scenario;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import java.util.function.Function;

/// A packet that shows what a scenario's user sees, and what must become of it.
public record Symptom(Outcome expected, Function<DockerHost, Attempt> packet) {

  public static Symptom of(Outcome expected, Function<DockerHost, Attempt> packet) {
    return new Symptom(expected, packet);
  }

  /// Sends it and answers how it ended.
  public Outcome seenOn(DockerHost host) {
    return packet.apply(host).outcome();
  }
}
