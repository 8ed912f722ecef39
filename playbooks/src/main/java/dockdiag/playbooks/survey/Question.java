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
public sealed interface Question {

  /// The command that asks the same.
  String command();

  /// What it is about.
  Subject subject();

  /// The answer. One that cannot be had is part of it: the other questions have theirs.
  Diagnosis answer(Facts facts);

  /// One that can be asked.
  ///
  /// @param <S> what its playbook is asked about
  record Asked<S extends Scope>(Playbook<S> playbook, S asked) implements Question {
    @Override
    public String command() {
      return playbook.name();
    }

    @Override
    public Subject subject() {
      return asked.subject();
    }

    @Override
    public Diagnosis answer(Facts facts) {
      try {
        // what a view has consulted is for one thread to write down
        return Examination.ofFaults(playbook, asked, facts.view());
      } catch (Unobservable unknown) {
        return unknown(this, unknown);
      }
    }
  }

  /// One of which it could not even be seen whom it is about.
  record Unseen(String command, Unobservable why) implements Question {
    @Override
    public Subject subject() {
      return Subject.host("");
    }

    @Override
    public Diagnosis answer(Facts facts) {
      return unknown(this, why);
    }
  }

  private static Diagnosis unknown(Question question, Unobservable why) {
    Outcome outcome = new Outcome.Unknown(question.command(), why.reason(), why.detail());
    Examined examined = new Examined(question.command(), question.subject(), outcome, 0);
    return new Diagnosis(List.of(), List.of(examined), List.of(), 0);
  }
}
