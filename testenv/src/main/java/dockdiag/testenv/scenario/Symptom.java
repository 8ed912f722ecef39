package dockdiag.testenv.scenario;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Command;
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

  /// What a command on the host comes to: CONNECTED where it ends well, REFUSED where it does not.
  public static Symptom fails(String... words) {
    return of(Outcome.REFUSED, host -> ran(host.run(words)));
  }

  private static Attempt ran(Command.Ended ended) {
    Outcome outcome = ended.status() == 0 ? Outcome.CONNECTED : Outcome.REFUSED;
    return new Attempt(outcome, ended.out() + ended.err());
  }

  private static Outcome health(DockerHost host, String container) {
    Supplier<String> status =
        () ->
            host.docker().inspectContainerCmd(container).exec().getState().getHealth().getStatus();
    host.await(container + " to be healthy or not", () -> !status.get().equals("starting"));
    return status.get().equals("healthy") ? Outcome.CONNECTED : Outcome.REFUSED;
  }

  /// A datagram of 3000 bytes, larger than an ordinary packet, to an echo on port 53.
  public static Symptom large(Outcome expected, String from, String to) {
    return of(expected, host -> host.fromContainer(from).udp(to, 53, "x".repeat(3000)));
  }

  /// What a ping meets: no echo is TIMED_OUT.
  ///
  /// @param before what stands before `ping` in the host's shell: `docker exec web`, or nothing
  public static Symptom pinged(Outcome expected, String before, String address) {
    String line = before + " ping -c 1 -W 1 " + address;
    return of(
        expected,
        host ->
            new Attempt(
                host.run("sh", "-c", line).status() == 0 ? Outcome.CONNECTED : Outcome.TIMED_OUT,
                ""));
  }

  /// Sends it and answers how it ended.
  public Outcome seenOn(DockerHost host) {
    return packet.apply(host).outcome();
  }
}
