package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.emulation.QemuCrashes;
import dockdiag.testenv.scenario.platform.CpuLevelTooLow;
import java.util.List;

/// Those of programs that start and do not get far, and of engines too old for them.
final class PlatformScenarios {

  static final List<Scenario> ALL = List.of(new CpuLevelTooLow(), new QemuCrashes());

  private PlatformScenarios() {}
}
