package dockdiag.probes.host.kernel;

import dockdiag.probes.Request.Query;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Protocol;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Real questions to a DNS server, in the words of `Request.Query`.
public final class Questioner {

  private Questioner() {}

  /// Asks from this thread, which must be an [OwnThread], and waits no longer than told.
  public static String ask(Place place, Query query, Duration patience)
      throws Unobservable, IOException {
    Record question = question(query);
    place.enter();
    Protocol protocol = query.port().protocol();
    List<String> lines =
        switch (protocol) {
          case UDP -> new QuestionsByUdp(query, patience).ask(question);
          case TCP -> new QuestionsByTcp(query, patience).ask(question);
          case SCTP -> throw new Unobservable(Reason.TOOL_MISSING, "no DNS over " + protocol);
        };
    return String.join("\n", lines) + "\n";
  }

  private static Record question(Query query) throws Unobservable {
    int type = Type.value(query.type());
    try {
      if (type > 0) {
        return Record.newRecord(Name.fromString(query.name(), Name.root), type, DClass.IN);
      }
    } catch (TextParseException noName) {
      throw Unobservable.notUnderstood("name", query.name());
    }
    throw Unobservable.notUnderstood("type", query.type());
  }

  /// The question as it is sent, with an identifier that nobody can foresee (RFC 5452).
  static byte[] wire(Record question) {
    return Message.newQuery(question).toWire();
  }
}
