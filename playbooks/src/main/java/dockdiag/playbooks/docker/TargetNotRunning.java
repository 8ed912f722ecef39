package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.State;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every container of that name has ended, was never started, or is frozen.
public final class TargetNotRunning implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (contact.to().equals(Contact.HOST) || Address.parse(contact.to()).isPresent()) {
      return Optional.empty();
    }
    List<Bearer> called = facts.infer(new NamesOf()).called(contact.to());
    for (Bearer one : called) {
      if (serves(one, facts)) {
        return Optional.empty();
      }
    }
    if (called.isEmpty()) {
      return Optional.empty();
    }
    Bearer target = called.getFirst();
    State state = facts.get(target.probe()).state();
    String word = state.status().name().toLowerCase(Locale.ROOT);
    return Optional.of(
        Finding.error(contact.subject())
            .word("target", target.container())
            .word("state", word)
            .because(
                target.probe(), "State.Status %s, exit code %d".formatted(word, state.exitCode()))
            .mend(mended(target.container(), state)));
  }

  private static boolean serves(Bearer one, Facts facts) throws Unobservable {
    return facts.get(one.probe()).state().status() == Status.RUNNING;
  }

  private static Remedy mended(String target, State state) {
    return state.status() == Status.PAUSED
        ? Remedy.automatic("unpause", CommandLine.of("docker", "unpause", target))
            .undoneBy(CommandLine.of("docker", "pause", target))
        : Remedy.byHand(
            "start",
            CommandLine.of("docker", "start", target),
            CommandLine.of("docker", "logs", "--tail", "50", target));
  }
}
