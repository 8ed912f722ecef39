package dockdiag.testenv.scenario.socket;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The server is stopped in mid-flight, and ten clients already wait to be accepted.
public final class ListenerBacklogFull implements BrokenWebsite {

  @Override
  public String description() {
    return "web's server accepts nothing any more, and its queue is full.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("kill -STOP $(docker inspect -f '{{.State.Pid}}' web)");
    // The first take the places in the queue, the last finds none and waits in vain.
    host.shell(
        "bash -c 'for i in {1..12}; do timeout 1 bash -c \": <>/dev/tcp/172.17.0.2/8080\" & done;"
            + " wait'");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "LISTEN [::]:8080 httpd (pid 1), Recv-Q 10, Send-Q 9";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-paused");
  }
}
