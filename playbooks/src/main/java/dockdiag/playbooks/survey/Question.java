package dockdiag.playbooks.survey;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;

/// One of the questions that a survey consists of.
///
/// @param <S> what its playbook is asked about
public record Question<S extends Scope>(Playbook<S> playbook, S asked) {

  /// What it is about.
  public Subject subject() {
    return asked.subject();
  }

  /// The answer. One that cannot be had is part of it: the other questions have theirs.
  public Diagnosis answer(Facts facts) {
    try {
      return Examination.of(playbook, asked, facts);
    } catch (Unobservable unknown) {
      Outcome outcome = new Outcome.Unknown(playbook.name(), unknown.reason(), unknown.detail());
      Examined examined = new Examined(playbook.name(), subject(), outcome, 0);
      return new Diagnosis(List.of(), List.of(examined), List.of(), 0);
    }
  }
}
