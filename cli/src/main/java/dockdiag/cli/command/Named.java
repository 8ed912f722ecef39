package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.docker.ContainerName;
import dockdiag.playbooks.docker.ContainerName.Resolution;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;

/// The container that the command line names.
final class Named {

  private Named() {}

  /// Its full name.
  ///
  /// @throws Stop where there is none, or more than one could be meant
  /// @throws Unobservable where the engine does not tell
  static String container(String typed, Facts facts) throws Unobservable {
    return switch (ContainerName.resolve(typed, facts.get(new ContainersProbe()))) {
      case Resolution.Found(var name) -> name;
      case Resolution.Ambiguous(var names) ->
          throw new Stop(
              ExitCode.USAGE, Texts.say("container.ambiguous", typed, String.join(", ", names)));
      case Resolution.Unknown(var nearest) ->
          throw new Stop(
              ExitCode.USAGE,
              nearest.isEmpty()
                  ? Texts.say("container.unknown", typed)
                  : Texts.say("container.nearest", typed, String.join(", ", nearest)));
    };
  }
}
