package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.docker.ContainerName;
import dockdiag.playbooks.docker.ContainerName.Resolution;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.symptom.ImageCannotRun;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.ImageProbe;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Can this host run this image?
@Command(
    name = "platform",
    description = "can this host run this image? kernel, emulators, entrypoint",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag platform                    the host alone",
      "  dockdiag platform web                a container, whether it runs or not",
      "  dockdiag platform lab/web:1          an image, before any container is made of it"
    })
public final class PlatformCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      paramLabel = "CONTAINER|IMAGE",
      arity = "0..1",
      description = "a container, else an image of the engine; none: the host alone")
  private @Nullable String typed;

  private final Work work;

  /// Carried out with this.
  public PlatformCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(this::diagnose);
  }

  private Diagnosis diagnose(Session session) throws Unobservable {
    Facts facts = session.facts();
    Platform asked = typed == null ? Platform.HOST : new Platform(meant(typed, facts));
    return Examination.of(new ImageCannotRun(), asked, facts);
  }

  private static Tree meant(String name, Facts facts) throws Unobservable {
    return switch (ContainerName.resolve(name, facts.get(new ContainersProbe()))) {
      case Resolution.Found(var container) -> new Tree.OfContainer(container);
      case Resolution.Ambiguous(var names) when !isImage(name, facts) ->
          throw new Stop(
              ExitCode.USAGE, Texts.say("container.ambiguous", name, String.join(", ", names)));
      case Resolution.Unknown(var nearest) when !isImage(name, facts) ->
          throw new Stop(ExitCode.USAGE, unknown(name, nearest));
      default -> new Tree.OfImage(name);
    };
  }

  private static boolean isImage(String name, Facts facts) throws Unobservable {
    try {
      facts.get(new ImageProbe(name));
      return true;
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return false;
      }
      throw absent;
    }
  }

  private static String unknown(String name, List<String> nearest) {
    return nearest.isEmpty()
        ? Texts.say("image.unknown", name)
        : Texts.say("image.nearest", name, String.join(", ", nearest));
  }
}
