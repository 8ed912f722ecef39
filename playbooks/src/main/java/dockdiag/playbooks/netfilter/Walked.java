package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.List;
import java.util.Optional;

/// What walks say where none of them shows a fault.
public final class Walked {

  private Walked() {}

  /// Nothing is wrong.
  ///
  /// @throws Unobservable where one of them could not be told to its end
  public static <T> Optional<T> clear(List<Trace> traces) throws Unobservable {
    for (Trace trace : traces) {
      if (trace.fate() instanceof Fate.Undecided(String why)) {
        throw new Unobservable(Reason.NOT_UNDERSTOOD, "a packet's way cannot be told: " + why);
      }
    }
    return Optional.empty();
  }

  /// Of outside clients.
  public static <T> Optional<T> clearOf(List<Arrival> arrivals) throws Unobservable {
    return clear(arrivals.stream().map(Arrival::trace).toList());
  }

  /// Of containers.
  public static <T> Optional<T> clearFor(List<Departure> departures) throws Unobservable {
    return clear(departures.stream().map(Departure::trace).toList());
  }
}
