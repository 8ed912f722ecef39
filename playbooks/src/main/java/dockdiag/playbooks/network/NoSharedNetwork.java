package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Target;
import dockdiag.playbooks.exchange.End;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two containers are on no network together, and the engine keeps its networks apart.
public final class NoSharedNetwork implements Check<Contact> {

  /// The network on which the engine answers for no names.
  private static final String DEFAULT = "bridge";

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    List<Target> targets = facts.infer(contact.targets());
    if (contact.from().isEmpty() || targets.isEmpty()) {
      return Optional.empty();
    }
    Set<String> own = contact.targets().networks(facts);
    Target target = targets.getFirst();
    boolean apart =
        targets.stream()
            .allMatch(one -> one.network().map(network -> !own.contains(network)).orElse(false));
    if (!apart || target.container().equals(contact.from()) || isLetThrough(contact, facts)) {
      return Optional.empty();
    }
    return Optional.of(found(contact, target, own, facts));
  }

  /// An address may be reached all the same, where somebody lets it; a name is not even resolved.
  private static boolean isLetThrough(Contact contact, Facts facts) throws Unobservable {
    Contact way = contact.part(new Contact.Part.Way(facts.infer(contact.targets()).getFirst()));
    return !contact.isByName() && way.end(facts) instanceof End.Answered;
  }

  private static Finding found(Contact contact, Target target, Set<String> own, Facts facts)
      throws Unobservable {
    List<String> here = names(own, facts);
    String there = names(Set.of(target.network().orElseThrow()), facts).getFirst();
    String from = contact.from().orElseThrow();
    String to = target.container().orElseThrow();
    boolean toMine = there.equals(DEFAULT) && !here.isEmpty();
    String network = toMine ? here.getFirst() : there;
    String guest = toMine ? to : from;
    return Finding.error(contact.subject())
        .word("target", to)
        .word("networks", Evidence.list(here))
        .word("others", there)
        .word("network", network)
        .word("guest", guest)
        .because(contact.caller().inspect(), from + " is on " + Evidence.list(here))
        .because(new NetworksProbe(), "%s is on %s: %s".formatted(to, there, target.address()))
        .mend(
            Remedy.byHand("connect", CommandLine.of("docker", "network", "connect", network, guest))
                .undoneBy(CommandLine.of("docker", "network", "disconnect", network, guest)));
  }

  private static List<String> names(Set<String> ids, Facts facts) throws Unobservable {
    return facts.get(new NetworksProbe()).stream()
        .filter(one -> ids.contains(one.id()))
        .map(DockerNetwork::name)
        .sorted(java.util.Comparator.comparing((String name) -> name.equals(DEFAULT)))
        .toList();
  }
}
