package dockdiag.testenv;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// The names that a [NameServer] knows, the root zone among them; of all others it says that they
/// do not exist. It may be changed while it is asked.
public final class Zone {

  private static final Name A_ROOT_SERVER = Name.fromConstantString("ns.root.test.");

  private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
  private final Map<String, InetAddress> wildcards = new ConcurrentHashMap<>();
  private volatile int refusal = Rcode.NOERROR;

  /// A name and its addresses of both families; `*.corp.test` stands for all names below.
  public Zone add(String name, String... addresses) {
    List<InetAddress> all = Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    if (name.startsWith("*.")) {
      wildcards.put(key(name.substring(1)), all.getFirst());
    } else {
      names.put(key(name), all);
    }
    return this;
  }

  /// Forgets the name.
  public Zone remove(String name) {
    names.remove(key(name));
    wildcards.remove(key(name.substring(1)));
    return this;
  }

  /// Answers with this code whatever is asked, 5 to refuse; 0 for what it knows.
  public Zone code(int rcode) {
    refusal = rcode;
    return this;
  }

  Message answer(Message question) {
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.getHeader().setFlag(Flags.RD);
    Record asked = question.getQuestion();
    answer.addRecord(asked, Section.QUESTION);
    Optional<List<Record>> records = records(asked.getName(), asked.getType());
    answer.getHeader().setRcode(code(records.isPresent()));
    records.stream()
        .flatMap(List::stream)
        .filter(_ -> refusal == Rcode.NOERROR)
        .forEach(record -> answer.addRecord(record, Section.ANSWER));
    return answer;
  }

  private int code(boolean known) {
    return refusal != Rcode.NOERROR ? refusal : known ? Rcode.NOERROR : Rcode.NXDOMAIN;
  }

  /// Empty where there is no such name.
  private Optional<List<Record>> records(Name name, int type) {
    if (name.equals(Name.root)) {
      return Optional.of(
          type == Type.NS
              ? List.of(new NSRecord(Name.root, DClass.IN, 60, A_ROOT_SERVER))
              : List.of());
    }
    return addresses(key(name.toString()))
        .map(all -> all.stream().flatMap(one -> record(name, type, one).stream()).toList());
  }

  private Optional<List<InetAddress>> addresses(String name) {
    return Optional.ofNullable(names.get(name))
        .or(
            () ->
                wildcards.entrySet().stream()
                    .filter(wildcard -> name.endsWith(wildcard.getKey()))
                    .findFirst()
                    .map(wildcard -> List.of(wildcard.getValue())));
  }

  private static Optional<Record> record(Name name, int type, InetAddress address) {
    boolean ipv4 = address.getAddress().length == 4;
    if (type == Type.A && ipv4) {
      return Optional.of(new ARecord(name, DClass.IN, 60, address));
    }
    return type == Type.AAAA && !ipv4
        ? Optional.of(new AAAARecord(name, DClass.IN, 60, address))
        : Optional.empty();
  }

  private static String key(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".") ? small : small + ".";
  }
}
