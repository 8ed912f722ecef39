package dockdiag.cli.report;

import dockdiag.probes.Unobservable;
import java.util.Map;

/// What is said of a fact that could not be seen: what was tried, why it failed, what would help.
public final class Unseen {

  private Unseen() {}

  /// One line, for people; its detail is untrusted.
  public static String line(Unobservable failure) {
    Wording wording = new Wording(new Sentences());
    return new Sentences()
        .say(
            "unseen",
            Map.of(
                "detail", failure.detail(),
                "reason", wording.reason(failure.reason()),
                "remedy", wording.remedy(failure.reason())));
  }
}
