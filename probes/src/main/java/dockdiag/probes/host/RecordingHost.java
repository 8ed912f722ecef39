package dockdiag.probes.host;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers whatever another host answered; a request that comes again gets its first answer,
/// since the recording will hold no other.
public final class RecordingHost implements Host {

  private final Host host;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /// Records this host, whose answers are stored as they come.
  public RecordingHost(Host host) {
    this.host = host;
  }

  @Override
  public Response ask(Request request) throws Unobservable {
    String name = EntryName.of(request);
    Entry entry = entries.get(name);
    if (entry == null) {
      Entry observed = observe(name, request);
      Entry earlier = entries.putIfAbsent(name, observed);
      entry = earlier == null ? observed : earlier;
    }
    return switch (entry) {
      case Entry.Answered answered -> answered.response();
      case Entry.Unanswered unanswered -> throw unanswered.failure();
    };
  }

  /// All that was answered so far.
  public EvidenceBundle bundle(BundleHeader header) {
    return EvidenceBundle.of(header, entries.values());
  }

  private Entry observe(String name, Request request) {
    try {
      return new Entry.Answered(name, fields(request), host.ask(request));
    } catch (Unobservable failure) {
      return new Entry.Unanswered(name, fields(request), failure.reason(), failure.detail());
    }
  }

  private static Map<String, String> fields(Request request) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("kind", request.getClass().getSimpleName());
    fields.put("namespace", request.namespace().toString());
    of(request, fields);
    return fields;
  }

  private static void of(Request request, Map<String, String> fields) {
    switch (request) {
      case Request.ReadFile file -> fields.put("path", file.path());
      case Request.ReadLinks links -> fields.put("directory", links.directory());
      case Request.ListNames names -> fields.put("directory", names.directory());
      case Request.Peek peek -> {
        fields.put("tree", peek.tree().toString());
        fields.put("path", peek.path());
      }
      case Request.RunCommand run -> fields.put("argv", String.join(" ", run.argv()));
      case Request.DockerGet get -> fields.put("path", get.path());
      case Request.DockerLogs logs -> {
        fields.put("container", logs.container());
        fields.put("lines", String.valueOf(logs.lines()));
      }
      case Request.Connect connect -> {
        fields.put("address", connect.address().toString());
        fields.put("port", connect.port().toString());
        fields.put("hello", connect.hello());
      }
      case Request.Echo echo -> of(echo, fields);
      case Request.Query query -> {
        fields.put("server", query.server().toString());
        fields.put("port", query.port().toString());
        fields.put("question", query.name() + " " + query.type());
        fields.put("samples", String.valueOf(query.samples()));
      }
      case Request.Fetch fetch -> of(fetch, fields);
      case Request.DumpSockets _,
          Request.CountSets _,
          Request.ListLogins _,
          Request.ListProcesses _,
          Request.EnginePeer _ -> {
        // the namespace says it all
      }
    }
  }

  private static void of(Request.Fetch fetch, Map<String, String> fields) {
    fields.put("url", fetch.url());
    fields.put("via", fetch.way().via().name().toLowerCase(Locale.ROOT));
    fields.put("trust", fetch.way().trust().name().toLowerCase(Locale.ROOT));
  }

  private static void of(Request.Echo echo, Map<String, String> fields) {
    fields.put("address", echo.address().toString());
    fields.put("bytes", String.valueOf(echo.bytes()));
    fields.put("fragments", echo.fragments().name().toLowerCase(Locale.ROOT));
  }
}
