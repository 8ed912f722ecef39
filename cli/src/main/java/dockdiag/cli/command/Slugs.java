package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.symptom.Playbooks;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Names of diagnoses on the command line.
final class Slugs {

  private static final int FAR = 6;

  private Slugs() {}

  /// The fault of that name.
  ///
  /// @throws Stop where there is none, with the nearest names
  static Fault known(String slug) {
    return Playbooks.fault(slug).orElseThrow(() -> new Stop(ExitCode.USAGE, unknown(slug)));
  }

  private static String unknown(String slug) {
    LevenshteinDistance distance = new LevenshteinDistance(FAR);
    List<String> nearest =
        Playbooks.faults().stream()
            .map(Fault::slug)
            .filter(one -> one.contains(slug) || distance.apply(slug, one) >= 0)
            .sorted(
                Comparator.comparing(
                    one -> LevenshteinDistance.getDefaultInstance().apply(slug, one)))
            .limit(3)
            .toList();
    return nearest.isEmpty()
        ? Texts.say("slug.unknown", slug)
        : Texts.say("slug.nearest", slug, String.join(", ", nearest));
  }
}
