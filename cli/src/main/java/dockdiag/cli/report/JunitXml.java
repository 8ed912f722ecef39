package dockdiag.cli.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Test cases as JUnit's XML, which gates of builds read: one suite, its cases in order.
public final class JunitXml {

  private static final double MICROS = 1e6;

  /// How a case ended.
  public enum End {
    /// As it should.
    PASSED(""),
    /// What was looked for is there.
    FAILURE("failure"),
    /// It could not be told.
    ERROR("error"),
    /// It was not looked for, or is not to be told.
    SKIPPED("skipped");

    private final String element;

    End(String element) {
      this.element = element;
    }
  }

  /// @param about what was looked at
  /// @param name what was looked for
  /// @param micros how long that took
  /// @param message in a sentence how it ended; empty where it passed
  /// @param text the same at length
  public record Case(
      String about, String name, long micros, End end, String message, String text) {}

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private JunitXml() throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /// The whole document.
  ///
  /// @param suite its name, the command line as a rule
  /// @param facts about the host, as properties of the suite
  public static String of(String suite, Map<String, String> facts, List<Case> cases) {
    try {
      JunitXml document = new JunitXml();
      document.write(suite, facts, cases);
      return document.text.toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a StringWriter does not fail", impossible);
    }
  }

  private void write(String suite, Map<String, String> facts, List<Case> cases)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    begin("testsuites");
    begin("testsuite");
    attribute("name", suite);
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count(cases, End.FAILURE));
    attribute("errors", count(cases, End.ERROR));
    attribute("skipped", count(cases, End.SKIPPED));
    attribute("time", seconds(cases.stream().mapToLong(Case::micros).sum()));
    begin("properties");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      begin("property");
      attribute("name", fact.getKey());
      attribute("value", fact.getValue());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    for (Case one : cases) {
      write(one);
    }
    xml.writeEndDocument();
    text.append('\n');
  }

  private void write(Case one) throws XMLStreamException {
    begin("testcase");
    attribute("classname", one.about());
    attribute("name", one.name());
    attribute("time", seconds(one.micros()));
    if (one.end() != End.PASSED) {
      begin(one.end().element);
      attribute("message", one.message());
      for (String line : one.text().lines().toList()) {
        xml.writeCharacters(shown(line) + "\n");
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void begin(String element) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, shown(value));
  }

  private static String count(List<Case> cases, End end) {
    return Long.toString(cases.stream().filter(one -> one.end() == end).count());
  }

  private static String seconds(long micros) {
    return String.format(Locale.ROOT, "%.3f", micros / MICROS);
  }

  /// The two characters that are nothing to a terminal and that XML does not allow either.
  private static String shown(String untrusted) {
    return Untrusted.shown(untrusted).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
  }
}
