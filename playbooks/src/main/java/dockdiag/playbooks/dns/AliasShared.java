package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.contact.Target;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Several containers bear the name, and one of them does not answer: some requests fail.
public final class AliasShared implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    List<Target> targets = shared(contact, facts);
    Optional<Target> deaf = Optional.empty();
    Optional<Target> works = Optional.empty();
    for (Target one : targets) {
      Optional<Fate> fate = Sending.of(contact, one.address(), facts).fate(facts);
      deaf = fate.filter(Fate::fails).isPresent() ? deaf.or(() -> Optional.of(one)) : deaf;
      works = fate.equals(Optional.of(Fate.DELIVERED)) ? Optional.of(one) : works;
    }
    return deaf.isPresent() && works.isPresent()
        ? Optional.of(found(contact, targets, deaf.get(), facts))
        : Optional.empty();
  }

  /// Those that the engine answers with, where there are several.
  private static List<Target> shared(Contact contact, Facts facts) throws Unobservable {
    Names names = facts.infer(new NamesOf());
    Set<String> own = contact.targets().networks(facts);
    List<String> containers =
        names.called(contact.to()).stream()
            .filter(one -> one.running() && own.contains(one.networkId()))
            .map(Bearer::container)
            .distinct()
            .toList();
    return containers.size() < 2 ? List.of() : facts.infer(contact.targets());
  }

  @Override
  public Set<String> brings() {
    return Set.of("target-has-no-listener", "target-on-loopback");
  }

  private static Finding found(Contact contact, List<Target> all, Target deaf, Facts facts)
      throws Unobservable {
    String container = deaf.container().orElseThrow();
    String network =
        facts.infer(new NamesOf()).bearers().stream()
            .filter(one -> deaf.network().equals(Optional.of(one.networkId())))
            .map(Bearer::network)
            .findFirst()
            .orElseThrow();
    Finding finding =
        Finding.error(contact.subject())
            .word("deaf", container)
            .word("address", deaf.address())
            .word("number", all.size())
            .word("network", network);
    for (Target one : all) {
      Sending sending = Sending.of(contact, one.address(), facts);
      String who = one.container().map(name -> name + " ").orElse("");
      finding = finding.because(sending.probe(), who + sending.told(facts));
    }
    return finding.mend(
        Remedy.byHand(
                "apart", CommandLine.of("docker", "network", "disconnect", network, container))
            .undoneBy(
                CommandLine.of(
                    "docker", "network", "connect", "--alias", contact.to(), network, container)));
  }
}
