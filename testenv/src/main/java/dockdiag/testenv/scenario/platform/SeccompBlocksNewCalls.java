package dockdiag.testenv.scenario.platform;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A filter that was written before there was clone3(2), and a server of Debian 12, whose C library
/// makes threads by it.
public final class SeccompBlocksNewCalls implements Scenario {

  private static final String PROFILE =
      """
      {"defaultAction": "SCMP_ACT_ALLOW",
       "syscalls": [{"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": %d}]}
      """;

  private static final int EPERM = 1;
  private static final int ENOSYS = 38;

  @Override
  public String description() {
    return "redis can make no thread, because its filter of system calls refuses clone3.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.load(Image.REDIS);
    start(host, EPERM);
    host.awaitStatus("redis", "exited");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().tcp(ADDRESS, 6379));
  }

  @Override
  public String command() {
    return "platform redis";
  }

  @Override
  public String evidence() {
    return "EPERM for clone3";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running", "entrypoint-not-executable", "redis-on-loopback");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("redis");
    start(host, ENOSYS);
    host.fromContainer("redis").awaitListening(6379);
  }

  private static void start(DockerHost host, int answer) {
    host.write("/opt/filter.json", PROFILE.formatted(answer));
    host.shell(
        "docker run --detach --name redis --publish 6379:6379"
            + " --security-opt seccomp=/opt/filter.json lab/redis:7"
            + " redis-server --bind 0.0.0.0 --protected-mode no --logfile ''");
  }
}
