package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.symptom.Playbooks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.Test;

/// Whoever reads a report, in whichever format: the verdict, the causes and the remedies are the
/// same.
class FormatsAgreeTest {

  /// A format, and how its marks are taken away.
  private record Format(ReportWriter writer, UnaryOperator<String> text) {
    String of(Diagnosis diagnosis) throws Exception {
      String written = Cases.written(writer, Cases.report(diagnosis, Detail.VERBOSE));
      return text.apply(written).replaceAll("\\s+", " ");
    }
  }

  private static final List<Format> FORMATS =
      List.of(
          new Format(new TextReport(100, Glyphs.UNICODE, Ink.PLAIN), text -> text),
          new Format(new MarkdownReport(), FormatsAgreeTest::bare),
          new Format(new JsonReport(), StringEscapeUtils::unescapeJson),
          new Format(new HtmlReport(), page -> unmarked(page, StringEscapeUtils::unescapeHtml4)),
          new Format(new JunitReport(), StringEscapeUtils::unescapeXml));

  @Test
  void theyTellTheSame() throws Exception {
    int told = 0;
    for (Diagnosis diagnosis : diagnoses()) {
      for (Format format : FORMATS) {
        String text = format.of(diagnosis);
        assertThat(text).containsIgnoringCase(diagnosis.verdict().toString());
        for (Diagnosed one : diagnosis.found()) {
          if (isTold(one, format)) {
            assertThat(text).contains(words(one));
            told++;
          }
        }
      }
    }
    assertThat(told).isGreaterThan(200);
  }

  /// JUnit's warnings pass, without a word.
  private static boolean isTold(Diagnosed one, Format format) {
    return !(format.writer() instanceof JunitReport) || one.finding().severity() == Severity.ERROR;
  }

  private static List<String> words(Diagnosed one) {
    Wording wording = new Wording(new Sentences());
    List<String> words = new ArrayList<>(List.of(one.slug(), wording.summary(one)));
    for (Remedy remedy : one.finding().remedies()) {
      words.add(wording.fix(one, remedy));
      words.addAll(remedy.commands());
    }
    return words.stream().map(word -> word.replaceAll("\\s+", " ")).toList();
  }

  /// The shop, broken by each fault whose page breaks the shop.
  private static List<Diagnosis> diagnoses() throws Exception {
    List<Diagnosis> all = new ArrayList<>(List.of(Cases.twoPorts()));
    for (Fault fault : Playbooks.faults()) {
      if (Explanation.of(fault, "en").text().contains("\nports mysql")) {
        all.add(Cases.whole(Cases.shopWith(fault.slug())));
      }
    }
    return all;
  }

  private static String bare(String markdown) {
    return StringEscapeUtils.unescapeHtml4(markdown.replace("<!-- -->", ""))
        .replaceAll("\\\\([\\\\`*_{}\\[\\]()#!|~@])", "$1");
  }

  private static String unmarked(String page, UnaryOperator<String> unescaped) {
    return unescaped.apply(page.replaceAll("<[^>]*>", " "));
  }
}
