package dockdiag.probes.host;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;

/// Masks secrets before anybody judges or stores an answer, so that a live report and its replay
/// are of the same words.
public final class RedactingHost implements Host {

  private final Host host;
  private final Redaction redaction;

  /// Masks what this host answers.
  public RedactingHost(Host host, Redaction redaction) {
    this.host = host;
    this.redaction = redaction;
  }

  @Override
  public Response ask(Request request) throws Unobservable {
    try {
      return redaction.mask(request, host.ask(request));
    } catch (Unobservable failure) {
      throw redaction.mask(failure);
    }
  }
}
