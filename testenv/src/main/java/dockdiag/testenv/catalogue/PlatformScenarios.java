package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.emulation.QemuCrashes;
import dockdiag.testenv.scenario.platform.ApiVersionTooOld;
import dockdiag.testenv.scenario.platform.CpuLevelTooLow;
import dockdiag.testenv.scenario.platform.DaemonSettingsInvalid;
import dockdiag.testenv.scenario.platform.RootlessEngine;
import dockdiag.testenv.scenario.platform.SeccompBlocksNewCalls;
import java.util.List;

/// Those of programs that start and do not get far, and of engines too old for them.
final class PlatformScenarios {

  static final List<Scenario> ALL =
      List.of(
          new ApiVersionTooOld(),
          new CpuLevelTooLow(),
          new DaemonSettingsInvalid(),
          new QemuCrashes(),
          new RootlessEngine(),
          new SeccompBlocksNewCalls());

  private PlatformScenarios() {}
}
