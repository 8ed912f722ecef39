package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Map;

/// What is said of a fact that could not be seen: what was tried, why it failed, what would help.
public final class Unseen {

  private Unseen() {}

  /// One line, for people; its detail is untrusted.
  public static String line(Unobservable failure) {
    return line(failure.reason(), failure.detail());
  }

  /// A line for each thing that checks missed.
  public static List<String> lines(Diagnosis diagnosis) {
    return Missing.of(diagnosis).stream()
        .map(one -> line(one.reason(), one.detail()))
        .distinct()
        .toList();
  }

  private static String line(Unobservable.Reason reason, String detail) {
    Sentences sentences = new Sentences();
    String remedy = new Wording(sentences).remedy(reason);
    return sentences.say("unseen", Map.of("detail", detail, "remedy", remedy));
  }
}
