package dockdiag.cli.path;

import dockdiag.cli.report.Untrusted;
import dockdiag.playbooks.PathStep;

/// A trace as numbered lines, a rule's text below its place.
final class TraceText {

  private final StringBuilder text = new StringBuilder();

  TraceText(TraceReport report) {
    text.append(report.question()).append('\n');
    String where = "";
    int number = 0;
    for (PathStep step : report.steps()) {
      String here = PathTexts.say(word(step)) + ", " + Untrusted.shown(step.where());
      if (!here.equals(where)) {
        text.append('\n').append(here).append('\n');
        where = here;
      }
      step(++number, step);
    }
    text.append('\n').append(report.sentence()).append('\n');
  }

  private static String word(PathStep step) {
    return switch (step.direction()) {
      case REQUEST -> "request";
      case REPLY -> "reply";
    };
  }

  private void step(int number, PathStep step) {
    text.append("%4d  ".formatted(number)).append(Untrusted.shown(line(step))).append('\n');
    if (!step.ref().isEmpty()) {
      text.append(" ".repeat(8)).append(Untrusted.shown(step.rule())).append('\n');
    }
  }

  private static String line(PathStep step) {
    if (step.stage().equals(PathStep.PACKET)) {
      String verb = step.rule().isEmpty() ? "" : step.rule() + ": ";
      return verb + step.verdict();
    }
    if (step.ref().isEmpty()) {
      return step.stage() + "  " + step.rule() + outcome(step);
    }
    String counter =
        step.packets().isPresent()
            ? ", " + PathTexts.say("counter", step.packets().getAsLong())
            : "";
    return step.stage() + "  " + step.ref() + counter + outcome(step);
  }

  private static String outcome(PathStep step) {
    return step.verdict().isEmpty() ? "" : " => " + step.verdict();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
