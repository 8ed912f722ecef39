package dockdiag.testenv.scenario.socket;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A server of datagrams behind a port that is published for streams.
public final class ListenerWrongProtocol implements Scenario {

  @Override
  public String description() {
    return "echo takes datagrams on port 53, and its port is published for TCP.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("echo").image(Image.SOCAT).publish("9053:53").start();
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().udp(ADDRESS, 9053, "who?"));
  }

  @Override
  public String command() {
    return "ports echo";
  }

  @Override
  public String evidence() {
    return "UDP 0.0.0.0:53 socat (pid 1)";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("echo");
    host.container("echo").image(Image.SOCAT).publish("9053:53/udp").start();
    host.await("echo", () -> host.fromHost().udp("127.0.0.1", 9053, "who?").connected());
  }
}
