package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.registry.Pull;
import dockdiag.playbooks.registry.Reference;
import dockdiag.playbooks.symptom.PullFails;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Why does the pull fail?
@Command(
    name = "registry",
    description = "why does the pull fail? mirrors, proxy, TLS, login, the image",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "It asks as the engine would: by its proxy, at its mirrors, with its certificates and the",
      "login of whoever runs it. No layer is pulled. A slow registry needs a longer --timeout.",
      "Without an argument: Docker Hub, its mirrors, and the registries that the settings name.",
      "",
      "Examples:",
      "  dockdiag registry                              can the engine pull at all?",
      "  dockdiag registry mysql:8.4                    an image of Docker Hub",
      "  dockdiag registry reg.example.com:5000         does that registry answer?",
      "  dockdiag registry reg.example.com/shop/web:1   is the image there, and for this host?"
    })
public final class RegistryCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      paramLabel = "REGISTRY[/IMAGE[:TAG]]",
      arity = "0..1",
      description = "a registry or an image, as docker pull reads it")
  private @Nullable String typed;

  private final Work work;

  /// Carried out with this.
  public RegistryCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Pull asked = Optional.ofNullable(typed).map(RegistryCommand::image).orElse(Pull.ANY);
    return new Diagnosing(work, options)
        .call(session -> Examination.of(new PullFails(), asked, session.facts()));
  }

  private static Pull image(String name) {
    return Reference.parse(name)
        .map(Pull::of)
        .orElseThrow(() -> new Stop(ExitCode.USAGE, Texts.say("reference.wrong", name)));
  }
}
