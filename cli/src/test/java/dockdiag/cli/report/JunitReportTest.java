package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Test cases for gates of builds, read by the JDK's parser of XML.
class JunitReportTest {

  @Test
  void eachCheckIsATestCase() throws Exception {
    Diagnosis mysql = Cases.mysql(Cases.shopWith("listener-on-loopback"));
    Element suite = suite(mysql);
    assertThat(suite.getAttribute("name")).isEqualTo("dockdiag ports mysql");
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failure = elements(suite, "failure").getFirst();
    assertThat(((Element) failure.getParentNode()).getAttribute("name"))
        .isEqualTo("listener-on-loopback");
    assertThat(failure.getAttribute("message")).startsWith("In mysql, mysqld listens on 127.0.0.1");
    assertThat(failure.getTextContent())
        .contains("LISTEN 127.0.0.1:3306", "$ mariadbd --bind-address=0.0.0.0");
  }

  @Test
  void warningsPassAndWhatWasNotExaminedIsSkipped() throws Exception {
    Element suite = suite(Cases.twoPorts());
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(elements(suite, "skipped").getFirst().getAttribute("message")).contains("--passive");
  }

  @Test
  void whatIsHiddenOnRequestDoesNotFail() throws Exception {
    Diagnosis mysql = Cases.mysql(Cases.shopWith("listener-on-loopback")).ignoring(_ -> true);
    Element suite = suite(mysql);
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(elements(suite, "skipped").getFirst().getAttribute("message"))
        .isEqualTo("1 finding is hidden on request.");
  }

  @Test
  void whatSomebodyWroteIsText() throws Exception {
    String hostile = "<script>x</script> ]]> <!-- & \" ' \u001b[31m\u202e \ufffe\uffff \ud800";
    Element suite = suite(Cases.hostile(hostile));
    String shown = "<script>x</script> ]]> <!-- & \" ' \\x1b[31m\\u202e \\ufffe\\uffff \\ud800";
    assertThat(elements(suite, "testcase").getFirst().getAttribute("classname"))
        .isEqualTo(shown + " 1/tcp");
    assertThat(elements(suite, "failure").getFirst().getTextContent()).contains("LISTEN " + shown);
    assertThat(elements(suite, "error")).hasSize(1);
    assertThat(elements(suite, "script")).isEmpty();
  }

  private static Element suite(Diagnosis diagnosis) throws Exception {
    String xml = Cases.written(new JunitReport(), Cases.report(diagnosis, Detail.NORMAL));
    Element root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    return elements(root, "testsuite").getFirst();
  }

  private static List<Element> elements(Element below, String name) {
    NodeList found = below.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
