package dockdiag.probes.host;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;

/// A host that answers from an evidence bundle, and touches nothing.
public final class RecordedHost implements Host {

  private final EvidenceBundle bundle;

  private RecordedHost(EvidenceBundle bundle) {
    this.bundle = bundle;
  }

  /// Asks this bundle.
  public static RecordedHost of(EvidenceBundle bundle) {
    return new RecordedHost(bundle);
  }

  @Override
  public Response ask(Request request) throws Unobservable {
    return switch (bundle.entry(request).orElse(null)) {
      case Entry.Answered answered -> answered.response();
      case Entry.Unanswered unanswered -> throw unanswered.failure();
      case null ->
          throw new Unobservable(
              Reason.NOT_RECORDED, "not in the evidence bundle: " + EntryName.of(request));
    };
  }
}
