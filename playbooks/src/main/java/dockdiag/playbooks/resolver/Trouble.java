package dockdiag.playbooks.resolver;

import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.dns.Lookup;
import java.util.List;
import java.util.Optional;

/// What keeps the servers behind a container from answering, if anything does.
///
/// @param blame the one cause
/// @param heard what each of them answered, in the order in which they are asked
/// @param way how packets to the first one end; empty where that was not asked
public record Trouble(Blame blame, List<Heard> heard, Optional<End> way) {

  public Trouble {
    heard = List.copyOf(heard);
  }

  /// Why names of the outside are not resolved.
  public enum Blame {
    /// Nothing: they are.
    NONE,
    /// A rule stops the questions.
    RULE,
    /// The engine took servers of its own, and they do not answer.
    FALLBACK,
    /// The servers that were named on purpose do not answer.
    OPTION,
    /// The container asks servers that the host no longer asks, and they do not answer.
    STALE,
    /// The servers turn this client away.
    REFUSAL,
    /// The servers do not answer.
    SILENCE,
    /// The first server does not answer, another one does.
    FIRST,
    /// The first server answers now and then.
    LOSS
  }

  /// A server and what came of asking it.
  ///
  /// @param control the same asked from the host; empty where that is the same, or not needed
  public record Heard(Upstream upstream, Lookup lookup, Optional<Lookup> control) {

    public boolean isRefusal() {
      return lookup.reply().map(reply -> reply.code().equals("REFUSED")).orElse(false);
    }

    public boolean isOfUse() {
      return lookup.isAnswered() && !isRefusal();
    }
  }

  /// The one to blame: the first that is of no use, else the first.
  public Heard blamed() {
    return heard.stream().filter(one -> !one.isOfUse()).findFirst().orElse(heard.getFirst());
  }

  /// The rule that stops questions; empty where none is known to.
  public Optional<Place> rule() {
    return way.flatMap(Ways::rule);
  }
}
