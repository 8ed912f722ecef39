package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;

/// Every TCP and UDP socket of a place, by the best source that is open to us.
public final class SocketTable {

  private SocketTable() {}

  /// The lines of `Request.DumpSockets`; without root, or passively, those of `/proc`.
  public static String of(Place place) throws Unobservable, IOException {
    if (!SocketDiag.isReady()) {
      return KernelSocket.text(ProcNet.dump(place.process()));
    }
    try {
      place.enter();
      return KernelSocket.text(SocketDiag.dump());
    } catch (Unobservable closed) {
      if (closed.reason() == Reason.NOT_UNDERSTOOD) {
        throw closed;
      }
      return KernelSocket.text(ProcNet.dump(place.process()));
    }
  }
}
