package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.Test;

/// The page for a browser, of kind and of hostile diagnoses.
class HtmlReportTest {

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  @Test
  void whatSomebodyWroteIsText() throws Exception {
    String hostile =
        "<script>alert(1)</script> <img src=x onerror=y> \"'`= ]]> --> {{x}} &amp; </style>";
    String page = written(Cases.hostile(hostile));
    String kind = written(Cases.hostile("kind"));
    assertThat(tags(page)).isEqualTo(tags(kind));
    assertThat(StringEscapeUtils.unescapeHtml4(page)).contains("LISTEN " + hostile);
  }

  @Test
  void whatWouldHideOrTurnIsShownByItsNumber() throws Exception {
    String page = written(Cases.hostile("a\u001b[31m\u202eb\u2066\u200f\u0000"));
    assertThat(page).contains("LISTEN a\\x1b[31m\\u202eb\\u2066\\u200f\\x00");
    assertThat(page.codePoints().filter(point -> point != '\n')).noneMatch(Untrusted::hidden);
  }

  @Test
  void itNeedsNothingElse() throws Exception {
    for (Diagnosis diagnosis : List.of(mysql(), Cases.twoPorts())) {
      assertThat(written(diagnosis))
          .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
          .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
          .doesNotContain("<script", "src=", "href=", "url(", "@import", "://");
    }
  }

  @Test
  void everyTagThatIsOpenedIsClosed() throws Exception {
    List<String> open = new ArrayList<>();
    for (String tag : tags(written(mysql()))) {
      String name = tag.replaceAll("[</>]|\\s.*", "");
      if (tag.startsWith("</")) {
        assertThat(open.removeLast()).isEqualTo(name);
      } else if (!tag.endsWith("/>") && !List.of("!DOCTYPE", "meta", "br").contains(name)) {
        open.add(name);
      }
    }
    assertThat(open).isEmpty();
  }

  private static List<String> tags(String page) {
    return TAG.matcher(page).results().map(MatchResult::group).toList();
  }

  private static Diagnosis mysql() throws Exception {
    return Cases.mysql(Cases.shopWith("listener-on-loopback"));
  }

  private static String written(Diagnosis diagnosis) throws Exception {
    return Cases.written(new HtmlReport(), Cases.report(diagnosis, Detail.VERBOSE));
  }
}
