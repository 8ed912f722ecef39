package dockdiag.testenv.scenario;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;

/// A [Website] of which something is wrong; made anew, the container is healthy.
public interface BrokenWebsite extends Scenario {

  @Override
  default Symptom symptom() {
    return Website.browsed(Outcome.REFUSED);
  }

  @Override
  default String command() {
    return "ports web";
  }

  @Override
  default void mend(DockerHost host) {
    Website.anew(host);
  }
}
