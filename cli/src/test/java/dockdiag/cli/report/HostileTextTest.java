package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What reports for people do with names and facts that are not kindly meant.
class HostileTextTest {

  private static final TextReport WIDE = new TextReport(100, Glyphs.UNICODE, Ink.PLAIN);

  @Test
  void noLineButACommandIsWiderThanAskedFor() throws Exception {
    List<Diagnosis> all = List.of(Cases.twoPorts(), Cases.hostile("x".repeat(10_000)));
    for (Diagnosis diagnosis : all) {
      for (int width : List.of(40, 80, 100)) {
        TextReport report = new TextReport(width, Glyphs.UNICODE, Ink.PLAIN);
        assertThat(written(report, diagnosis, Detail.VERBOSE).lines())
            .filteredOn(line -> !line.strip().startsWith("$ "))
            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void whatATerminalWouldObeyIsShownInstead() throws Exception {
    String hostile = "a\u001b]0;owned\u0007\u009b31m\u202eb\u2066\u200f\u2028\u007f\r\nc\ufeff\t";
    for (Glyphs glyphs : Glyphs.values()) {
      TextReport report = new TextReport(100, glyphs, Ink.PLAIN);
      String text = written(report, Cases.hostile(hostile), Detail.VERBOSE);
      assertThat(text.codePoints().filter(point -> point != '\n')).noneMatch(Untrusted::hidden);
      assertThat(text)
          .contains("LISTEN a\\x1b]0;owned\\x07\\x9b31m\\u202eb\\u2066\\u200f\\u2028\\x7f")
          .contains("$ docker restart a\\x1b]0;owned");
    }
  }

  @Test
  void commandsStayWhole() throws Exception {
    String name = "long ".repeat(60).strip();
    assertThat(written(WIDE, Cases.hostile(name), Detail.NORMAL))
        .contains("\n      $ docker restart " + name + "\n");
  }

  @Test
  void asciiReportsAreAscii() throws Exception {
    TextReport report = new TextReport(100, Glyphs.ASCII, Ink.PLAIN);
    String text = written(report, Cases.twoPorts(), Detail.VERBOSE);
    assertThat(text.chars()).allMatch(unit -> unit < 0x7f);
  }

  @Test
  void everyPassedCheckCanSaySo() {
    Wording wording = new Wording(new Sentences());
    assertThat(Cases.everyCheckPassed().map(wording::detail)).doesNotContain("");
  }

  private static String written(ReportWriter writer, Diagnosis diagnosis, Detail detail)
      throws Exception {
    return Cases.written(writer, Cases.report(diagnosis, detail));
  }
}
