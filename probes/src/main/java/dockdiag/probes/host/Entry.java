package dockdiag.probes.host;

import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.Map;

/// One request of an evidence bundle and what came of it.
public sealed interface Entry {

  /// Its name in the bundle, derived from the request.
  String name();

  /// The request, for people: its kind and its fields.
  Map<String, String> request();

  /// There was an answer.
  record Answered(String name, Map<String, String> request, Response response) implements Entry {
    public Answered {
      request = Map.copyOf(request);
    }
  }

  /// There was none.
  record Unanswered(String name, Map<String, String> request, Reason reason, String detail)
      implements Entry {
    public Unanswered {
      request = Map.copyOf(request);
    }

    /// The failure, anew.
    Unobservable failure() {
      return new Unobservable(reason, detail);
    }
  }
}
