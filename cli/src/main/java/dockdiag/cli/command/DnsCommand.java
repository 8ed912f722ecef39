package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.symptom.NameDoesNotResolve;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Why does the name not resolve in the container?
@Command(
    name = "dns",
    description = "why does the name not resolve in the container?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without NAME: the container's own name at the engine's DNS server, and the root zone at",
      "each server behind it, which whoever resolves names knows without the Internet.",
      "",
      "Examples:",
      "  dockdiag dns web                     whom web asks, and who of them answers",
      "  dockdiag dns web db                  why does web not find the container db?",
      "  dockdiag dns web www.example.com     why does web not find the outside?",
      "  dockdiag dns web db --passive        sends nothing: files, sockets and rules alone"
    })
public final class DnsCommand implements Callable<Integer> {

  @Mixin private OneContainer one = new OneContainer();

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      arity = "0..1",
      description = "what the container asks for; a dot at its end keeps the search list away")
  private @Nullable String name;

  private final Work work;

  /// Carried out with this.
  public DnsCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Optional<String> asked = Optional.ofNullable(name);
    asked
        .filter(one -> !LookupProbe.isName(one))
        .ifPresent(
            no -> {
              throw new Stop(ExitCode.USAGE, Texts.say("name.wrong", no));
            });
    return one.call(work, (container, facts) -> diagnose(Naming.of(container), asked, facts));
  }

  private static Diagnosis diagnose(Naming whatever, Optional<String> asked, Facts facts)
      throws Unobservable {
    return Examination.of(
        new NameDoesNotResolve(), asked.map(whatever::asking).orElse(whatever), facts);
  }
}
