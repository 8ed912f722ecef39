package dockdiag.playbooks;

import java.util.Map;

/// Writes a finding as the pages show it.
final class PlainReport {

  private PlainReport() {}

  static String of(Fault fault, Diagnosed diagnosed) {
    Finding finding = diagnosed.finding();
    Explanation page = Explanation.of(fault, "en");
    StringBuilder report = new StringBuilder();
    report.append(
        "%s: %s, %s%n".formatted(diagnosed.slug(), finding.severity(), finding.confidence()));
    report.append(said(page, "summary", finding.words())).append('\n');
    for (Evidence evidence : finding.evidence()) {
      report.append("  seen: %s (%s)%n".formatted(evidence.fact(), evidence.source()));
    }
    for (Remedy remedy : finding.remedies()) {
      report.append("  fix: ").append(said(page, "fix." + remedy.key(), finding.words()));
      report.append('\n');
      said(page, "fix." + remedy.key() + ".impact", finding.words());
      remedy.commands().forEach(command -> report.append("    $ ").append(command).append('\n'));
      tried(remedy, report);
    }
    return report.toString();
  }

  private static void tried(Remedy remedy, StringBuilder report) {
    if (remedy.proof() == Remedy.Proof.PROVEN) {
      report.append("    proven\n");
    }
    remedy.effects().opens().forEach(one -> report.append("    opens ").append(one).append('\n'));
    remedy.effects().closes().forEach(one -> report.append("    closes ").append(one).append('\n'));
  }

  private static String said(Explanation page, String key, Map<String, String> words) {
    return page.say(key, words)
        .orElseThrow(() -> new AssertionError(page.slug() + " has no message " + key));
  }
}
