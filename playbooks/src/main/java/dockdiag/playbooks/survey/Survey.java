package dockdiag.playbooks.survey;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.symptom.ContainerUnwell;
import dockdiag.playbooks.symptom.FirewallInTheWay;
import dockdiag.playbooks.symptom.ImageCannotRun;
import dockdiag.playbooks.symptom.NameDoesNotResolve;
import dockdiag.playbooks.symptom.NatDisagrees;
import dockdiag.playbooks.symptom.NetworksInDisorder;
import dockdiag.playbooks.symptom.OutsideUnreachable;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.playbooks.symptom.SwarmInDisorder;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whatever may be wrong on a host: every playbook, asked about all that is there.
public final class Survey {

  /// What the whole host hangs on comes first: there, faults are causes.
  private static final List<Playbook<?>> PLAYBOOKS =
      List.of(
          new ImageCannotRun(),
          new FirewallInTheWay(),
          new NatDisagrees(),
          new NetworksInDisorder(),
          new SwarmInDisorder(),
          new ContainerUnwell(),
          new OutsideUnreachable(),
          new NameDoesNotResolve(),
          new PublishedPortUnreachable());

  private Survey() {}

  /// What is to be asked, in order. It is thought of as it is taken: what a whole host is asked
  /// is at hand before its containers are known.
  ///
  /// @throws Unobservable where it cannot even be seen which containers there are
  public static Stream<Question> of(Facts facts) throws Unobservable {
    facts.get(new ContainersProbe());
    return PLAYBOOKS.stream().flatMap(playbook -> questions(playbook, facts).stream());
  }

  private static <S extends Scope> List<Question> questions(Playbook<S> playbook, Facts facts) {
    try {
      return playbook.everywhere(facts).stream()
          .<Question>map(asked -> new Question.Asked<>(playbook, asked))
          .toList();
    } catch (Unobservable unknown) {
      return List.of(new Question.Unseen(playbook.name(), unknown));
    }
  }

  /// What the answers come to.
  ///
  /// @param answers in the order of their questions
  public static Diagnosis result(List<Diagnosis> answers) {
    List<Check<?>> catalogue = new ArrayList<>();
    PLAYBOOKS.forEach(playbook -> catalogue.addAll(playbook.checks()));
    return Diagnosis.of(answers, catalogue);
  }
}
