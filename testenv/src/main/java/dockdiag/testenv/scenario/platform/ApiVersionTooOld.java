package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A dashboard that is older than the oldest that the engine knows.
public final class ApiVersionTooOld implements Scenario {

  @Override
  public String description() {
    return "dashboard asks the engine in a version of its API that it no longer takes.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.load(Image.SOCAT);
    start(host, "1.11");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "start", "--attach", "dashboard");
  }

  @Override
  public String command() {
    return "platform dashboard";
  }

  @Override
  public String evidence() {
    return "client version 1.11 is too old";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running", "entrypoint-missing", "seccomp-blocks-new-calls");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("dashboard");
    start(host, "1.41");
  }

  private static void start(DockerHost host, String version) {
    String ask =
        "printf \"GET /v%s/containers/json HTTP/1.0\\r\\n\\r\\n\" | socat - UNIX:/run/docker.sock"
            .formatted(version);
    host.run(
        "docker",
        "run",
        "--name=dashboard",
        "--volume=/run/docker.sock:/run/docker.sock",
        "lab/socat:1",
        "sh",
        "-c",
        ask + " | tee /dev/stderr | grep -q \" 200 \"");
  }
}
