package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A host whose container `arm`, a program of arm64, does not start until it has an emulator.
public interface Foreign extends Scenario {

  @Override
  default HostSetup setup(Suite suite) {
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
