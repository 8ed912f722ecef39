package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A host on which the container `arm`, of a program of arm64, does not start; in the end it runs
// on
/// an emulator.
public interface Foreign extends Scenario {

  @Override
  default DockerHost.Setup setup(Suite suite) {
    return ArmWebsite.ready();
  }

  @Override
  default Symptom symptom() {
    return Symptom.fails("docker", "run", "--rm", ArmWebsite.IMAGE, "uname", "-m");
  }

  @Override
  default String command() {
    return "platform arm";
  }

  @Override
  default List<String> notes() {
    return List.of("emulated-slowly");
  }
}
