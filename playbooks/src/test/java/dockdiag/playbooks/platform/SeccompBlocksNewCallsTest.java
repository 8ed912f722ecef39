package dockdiag.playbooks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Finding;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Tree;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A container whose own filter refuses clone3, and what it said when it ended.
class SeccompBlocksNewCallsTest {

  private static final String CONTAINER =
      """
      {"State": {"Status": "exited", "ExitCode": 1}, "HostConfig": {"SecurityOpt":
       ["seccomp={\\"syscalls\\": [{\\"names\\": [\\"clone3\\"], \\"action\\": \\"SCMP_ACT_ERRNO\\"}]}"]}}
      """;

  private static Optional<Confidence> confidence(String line) throws Exception {
    Host host =
        request ->
            switch (request) {
              case Request.DockerLogs _ -> Response.of(line + "\n");
              case Request.DockerGet(String path) when path.startsWith("/containers/") ->
                  Response.of(CONTAINER);
              default -> Response.of("{}");
            };
    Platform web = new Platform(new Tree.OfContainer("web"));
    return new SeccompBlocksNewCalls().examine(web, new Facts(host)).map(Finding::confidence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pthread_create failed: Operation not permitted | CONFIRMED",
        "Fatal: Can't initialize Background Jobs. Error message: Operation not permitted |"
            + " CONFIRMED",
        "clone: Operation not permitted | CONFIRMED",
        "make: /bin/sh: Operation not permitted | LIKELY"
      })
  void wordsOfThreadsProveIt(String line, Confidence expected) throws Exception {
    assertThat(confidence(line)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chown: /data: Operation not permitted",
        "mount: /mnt: Operation not permitted",
        "ping: socket: Operation not permitted",
        "bind() to 0.0.0.0:80 failed: Operation not permitted",
        "iptables v1.8.9: can't initialize table `nat': Operation not permitted",
        "setgroups: Operation not permitted",
        "started"
      })
  void wordsOfWhatNeedsACapabilityProveNothing(String line) throws Exception {
    assertThat(confidence(line)).isEmpty();
  }
}
