package dockdiag.cli.command;

import dockdiag.cli.path.Target;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Egress.Whom;
import dockdiag.playbooks.symptom.OutsideUnreachable;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.net.Address;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Why does the container not reach the outside?
@Command(
    name = "egress",
    description = "why does the container not reach the outside?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without HOST: the DNS servers that the host or the container's settings name, else the",
      "host's next hop, and anybody by the rules alone. Nobody is asked whom nobody named.",
      "Without PORT: any answer of 443/tcp, then of 80/tcp, shows that there is a way.",
      "",
      "Examples:",
      "  dockdiag egress web                       does web get out of this host at all?",
      "  dockdiag egress web www.example.com       does it get there?",
      "  dockdiag egress web 192.0.2.7:5432        does it reach that service?",
      "  dockdiag egress web 192.0.2.7 --passive   sends nothing: routes and rules alone"
    })
public final class EgressCommand implements Callable<Integer> {

  @Mixin private OneContainer one = new OneContainer();

  @Parameters(
      index = "1",
      paramLabel = "HOST[:PORT[/PROTO]]",
      arity = "0..1",
      description = "whom it asks: a name or an address; IPv6 addresses in brackets")
  private @Nullable String host;

  private final Work work;

  /// Carried out with this.
  public EgressCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Optional<Whom> whom = Optional.ofNullable(host).map(EgressCommand::whom);
    return one.call(work, (container, facts) -> diagnose(Egress.of(container), whom, facts));
  }

  private static Whom whom(String typed) {
    Target target = Target.parse(typed);
    if (Address.parse(target.name()).isEmpty() && !LookupProbe.isName(target.name())) {
      throw new Stop(ExitCode.USAGE, Texts.say("name.wrong", target.name()));
    }
    return new Whom(target.name(), target.port());
  }

  private static Diagnosis diagnose(Egress anybody, Optional<Whom> whom, Facts facts)
      throws Unobservable {
    return Examination.of(new OutsideUnreachable(), whom.map(anybody::to).orElse(anybody), facts);
  }
}
