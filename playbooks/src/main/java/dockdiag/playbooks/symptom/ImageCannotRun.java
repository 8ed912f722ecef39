package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.docker.MeantToRun;
import dockdiag.playbooks.emulation.BinfmtDisabled;
import dockdiag.playbooks.emulation.BinfmtNotMounted;
import dockdiag.playbooks.emulation.EmulatedSlowly;
import dockdiag.playbooks.emulation.EmulatorMissing;
import dockdiag.playbooks.emulation.EmulatorNotFixed;
import dockdiag.playbooks.emulation.NoEmulator;
import dockdiag.playbooks.emulation.QemuCrashes;
import dockdiag.playbooks.entrypoint.BadInterpreter;
import dockdiag.playbooks.entrypoint.ByteOrderMark;
import dockdiag.playbooks.entrypoint.EntrypointCrlf;
import dockdiag.playbooks.entrypoint.EntrypointMissing;
import dockdiag.playbooks.entrypoint.EntrypointNoShebang;
import dockdiag.playbooks.entrypoint.EntrypointNotExecutable;
import dockdiag.playbooks.entrypoint.ImageMislabelled;
import dockdiag.playbooks.entrypoint.LoaderMissing;
import dockdiag.playbooks.platform.ApiVersionTooOld;
import dockdiag.playbooks.platform.CgroupMismatch;
import dockdiag.playbooks.platform.CpuLevelTooLow;
import dockdiag.playbooks.platform.DaemonSettingsInvalid;
import dockdiag.playbooks.platform.KernelFeatureMissing;
import dockdiag.playbooks.platform.KernelTooOld;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.PodmanConflict;
import dockdiag.playbooks.platform.RootlessEngine;
import dockdiag.playbooks.platform.SeccompBlocksNewCalls;
import dockdiag.playbooks.platform.WrongIptablesBinary;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.platform.CgroupsProbe;
import dockdiag.probes.platform.EngineStackProbe;
import java.util.List;
import java.util.stream.Stream;

/// A host that cannot run an image, or a container that cannot start on it.
public final class ImageCannotRun implements Playbook<Platform> {

  /// What every container needs.
  private static final List<Check<? super Platform>> HOST =
      List.of(
          new PodmanConflict(),
          new KernelTooOld(),
          new KernelFeatureMissing(),
          new CgroupMismatch(),
          new WrongIptablesBinary(),
          new DaemonSettingsInvalid(),
          new RootlessEngine());

  /// From the name of the program to its first instruction.
  private static final List<Check<? super Platform>> START =
      Stream.<Check<Platform>>of(
              new EntrypointMissing(),
              new EntrypointNotExecutable(),
              new EntrypointCrlf(),
              new ByteOrderMark(),
              new BadInterpreter(),
              new EntrypointNoShebang(),
              new ImageMislabelled(),
              new BinfmtNotMounted(),
              new BinfmtDisabled(),
              new NoEmulator(),
              new EmulatorMissing(),
              new EmulatorNotFixed(),
              new LoaderMissing(),
              new CpuLevelTooLow(),
              new QemuCrashes(),
              new SeccompBlocksNewCalls(),
              new ApiVersionTooOld())
          .<Check<? super Platform>>map(
              check -> check.bringing("container-not-running", "container-restarting"))
          .toList();

  private static final List<Check<? super Platform>> PROGRAM =
      Stream.concat(START.stream(), Stream.of(new EmulatedSlowly())).toList();

  private static final List<Probe<?>> SURE =
      List.of(new EngineStackProbe(), new CgroupsProbe(), new BinfmtProbe());

  @Override
  public String name() {
    return "platform";
  }

  @Override
  public List<Check<? super Platform>> checks() {
    return Stream.concat(HOST.stream(), PROGRAM.stream()).toList();
  }

  @Override
  public List<Check<? super Platform>> checks(Platform scope) {
    return scope.tree() instanceof Tree.OfHost ? HOST : PROGRAM;
  }

  /// The host, and what could not be started on it.
  @Override
  public List<Platform> everywhere(Facts facts) throws Unobservable {
    Stream<Platform> failed =
        facts.infer(new MeantToRun()).stream()
            .filter(one -> one.mayBe(container -> !container.hasProcess()))
            .map(one -> new Platform(new Tree.OfContainer(one.name())));
    return Stream.concat(Stream.of(Platform.HOST), failed).toList();
  }

  @Override
  public void prepare(Platform asked, Facts facts) {
    facts.prepare(SURE);
  }

  @Override
  public List<Platform> scopes(Platform asked, Facts facts) {
    return asked.equals(Platform.HOST) ? List.of(asked) : List.of(Platform.HOST, asked);
  }
}
