package dockdiag.cli.command;

import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.Progress;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.survey.Question;
import dockdiag.probes.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Answers several questions at once: while one waits for a packet, another is thought about.
final class SideBySide {

  /// Whatever the processors: nearly all of a question is waiting, for a packet or for silence.
  private static final int AT_ONCE = 24;

  private final Progress progress;

  SideBySide(Progress progress) {
    this.progress = progress;
  }

  /// In the order of their questions; the first are answered while the last are still thought of.
  List<Diagnosis> answers(Stream<Question> questions, Facts facts) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Diagnosis>> asked = questions.map(one -> asked(one, facts, threads)).toList();
      List<Diagnosis> answers = new ArrayList<>();
      for (Future<Diagnosis> one : asked) {
        answers.add(one.get());
      }
      return answers;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a question broke", broken.getCause());
    } finally {
      threads.shutdownNow(); // where one broke, the others are not waited for
    }
  }

  private Future<Diagnosis> asked(Question question, Facts facts, ExecutorService threads) {
    progress.expect();
    return threads.submit(() -> answer(question, facts));
  }

  private Diagnosis answer(Question question, Facts facts) {
    progress.now(question.command(), Untrusted.shown(question.subject().toString()));
    Diagnosis answer = question.answer(facts);
    progress.done();
    return answer;
  }
}
