package dockdiag.probes.dns;

import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup.Reply;
import dockdiag.probes.dns.Lookup.Sample;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.net.Address;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Reads a line of `Request.Query`.
final class LookupReading {

  private static final int MOST_NAMES = 16;

  private LookupReading() {}

  static Sample sample(String line, Question question) throws Unobservable {
    String[] words = line.strip().split(" ");
    if (words.length == 1 && words[0].matches("[a-z-]{1,20}")) {
      return new Sample.Unanswered(words[0]);
    }
    if (words.length != 3 || !words[1].matches("[0-9]{1,12}")) {
      throw Unobservable.notUnderstood("answer", line);
    }
    long micros = Long.parseLong(words[1]);
    return words[0].equals("answered")
        ? answered(words[2], micros, question)
        : new Sample.Garbled(micros, words[0]);
  }

  private static Sample answered(String hex, long micros, Question question) {
    Message message;
    try {
      message = new Message(HexFormat.of().parseHex(hex));
    } catch (IOException | IllegalArgumentException noMessage) {
      return new Sample.Garbled(micros, "no DNS message");
    }
    if (!message.getHeader().getFlag(Flags.QR)) {
      return new Sample.Garbled(micros, "no answer but a question");
    }
    return isAbout(message, question)
        ? new Sample.Answered(micros, reply(message))
        : new Sample.Garbled(micros, "an answer to another question");
  }

  /// Some servers leave the question out where they refuse.
  private static boolean isAbout(Message message, Question question) {
    Record asked = message.getQuestion();
    return asked == null
        ? message.getRcode() != Rcode.NOERROR
        : asked.getName().toString().equalsIgnoreCase(question.name());
  }

  private static Reply reply(Message message) {
    List<Record> answer = message.getSection(Section.ANSWER);
    return new Reply(
        Rcode.string(message.getRcode()),
        message.getHeader().getFlag(Flags.TC),
        answer.stream().flatMap(record -> address(record).stream()).toList(),
        answer.stream()
            .filter(CNAMERecord.class::isInstance)
            .map(record -> ((CNAMERecord) record).getTarget().toString())
            .limit(MOST_NAMES)
            .toList(),
        answer.size());
  }

  private static List<Address> address(Record record) {
    return switch (record) {
      case ARecord ipv4 -> List.of(new Address(ipv4.getAddress()));
      case AAAARecord ipv6 -> List.of(new Address(ipv6.getAddress()));
      default -> List.of();
    };
  }
}
