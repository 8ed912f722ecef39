package dockdiag.playbooks;

import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Egress.Whom;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.registry.Pull;
import dockdiag.playbooks.registry.Reference;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.symptom.ContainersCannotTalk;
import dockdiag.playbooks.symptom.FirewallInTheWay;
import dockdiag.playbooks.symptom.ImageCannotRun;
import dockdiag.playbooks.symptom.NameDoesNotResolve;
import dockdiag.playbooks.symptom.NatDisagrees;
import dockdiag.playbooks.symptom.NetworksInDisorder;
import dockdiag.playbooks.symptom.OutsideUnreachable;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.playbooks.symptom.PullFails;
import dockdiag.playbooks.symptom.SwarmInDisorder;
import dockdiag.playbooks.symptom.Wiring;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a page asks: its `flow` block, `ports mysql 3306/tcp from 198.51.100.2`,
/// `ping web db 80/tcp`, `platform`, `platform container web`, `platform image lab/box:1`.
///
/// @param <S> what its playbook is asked about
record Question<S extends Scope>(Playbook<S> playbook, S asked) {

  static Question<?> of(Page page) {
    List<String> words = List.of(page.body("flow").strip().split(" "));
    return switch (words.getFirst()) {
      case "ports" -> new Question<>(new PublishedPortUnreachable(), flow(words));
      case "dns" -> new Question<>(new NameDoesNotResolve(), naming(words));
      case "egress" -> new Question<>(new OutsideUnreachable(), egress(words));
      case "ping" -> new Question<>(new ContainersCannotTalk(), contact(words));
      case "nat" -> new Question<>(new NatDisagrees(), rules(words));
      case "firewall" -> new Question<>(new FirewallInTheWay(), rules(words));
      case "networks" -> new Question<>(new NetworksInDisorder(), wiring(words));
      case "swarm" -> new Question<>(new SwarmInDisorder(), Cluster.ALL);
      case "platform" -> new Question<>(new ImageCannotRun(), platform(words));
      case "registry" ->
          new Question<>(
              new PullFails(),
              words.size() < 2 ? Pull.ANY : Pull.of(Reference.parse(words.get(1)).orElseThrow()));
      default -> throw new IllegalArgumentException("no such playbook: " + words);
    };
  }

  private static Contact contact(List<String> words) {
    Optional<String> from = Optional.of(words.get(1)).filter(one -> !one.equals(Contact.HOST));
    Optional<Port> port = words.size() > 3 ? Port.parse(words.get(3)) : Optional.empty();
    return Contact.of(from, words.get(2), port);
  }

  private static HostRules rules(List<String> words) {
    return words.size() > 1 ? HostRules.all().of(flow(words)) : HostRules.all();
  }

  private static Wiring wiring(List<String> words) {
    Wiring named = words.size() < 2 ? Wiring.ALL : Wiring.named(words.get(1));
    return words.size() < 3 ? named : named.of(words.get(2));
  }

  private static Naming naming(List<String> words) {
    Naming whatever = Naming.of(words.get(1));
    return words.size() > 2 ? whatever.asking(words.get(2)) : whatever;
  }

  /// `egress web 198.51.100.2 443`.
  private static Egress egress(List<String> words) {
    Egress anybody = Egress.of(words.get(1));
    return words.size() < 3
        ? anybody
        : anybody.to(
            new Whom(words.get(2), words.stream().skip(3).findFirst().flatMap(Port::parse)));
  }

  private static Platform platform(List<String> words) {
    return switch (words.size()) {
      case 1 -> Platform.HOST;
      case 3 ->
          new Platform(
              words.get(1).equals("container")
                  ? new Tree.OfContainer(words.get(2))
                  : new Tree.OfImage(words.get(2)));
      default -> throw new IllegalArgumentException("not about anything: " + words);
    };
  }

  private static Flow flow(List<String> words) {
    Flow flow = Flow.to(words.get(1));
    for (int i = 2; i < words.size(); i++) {
      flow =
          words.get(i).equals("from")
              ? flow.from(Address.of(words.get(++i)))
              : flow.at(Port.parse(words.get(i)).orElseThrow());
    }
    return flow;
  }

  Diagnosis diagnosis(Facts facts) throws Unobservable {
    return Examination.of(playbook, asked, facts);
  }

  /// Examined alone, whatever stands before it, where it belongs first.
  Outcome outcome(Check<?> check, Facts facts) {
    try {
      for (S scope : scopes(check, facts)) {
        for (Check<? super S> one : playbook.checks(scope)) {
          if (one.slug().equals(check.slug())) {
            return one.examine(scope, facts)
                .<Outcome>map(Outcome.Found::new)
                .orElseGet(Outcome.Clear::new);
          }
        }
      }
    } catch (Unobservable unknown) {
      return new Outcome.Unknown("", unknown.reason(), unknown.detail());
    }
    throw new IllegalArgumentException(playbook.name() + " has no " + check.slug());
  }

  /// What was asked itself comes first: of it, the others need not even be seen.
  private List<S> scopes(Check<?> check, Facts facts) throws Unobservable {
    boolean own = playbook.checks(asked).stream().anyMatch(one -> one.slug().equals(check.slug()));
    List<S> scopes = new ArrayList<>(List.of(asked));
    if (!own) {
      scopes.addAll(playbook.scopes(asked, facts));
    }
    return scopes;
  }
}
