package dockdiag.playbooks.reach;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way is free, and the server itself turns clients away with the first thing that it says.
public final class ApplicationRefuses implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    List<ConnectProbe> refused = new ArrayList<>();
    boolean welcomed = false;
    for (Entrance entrance :
        Entrance.to(facts.get(flow.inspect()), flow.port().orElseThrow(), facts)) {
      Reach seen = facts.get(entrance.probe());
      boolean turnedAway = Refusal.in(seen.received()).isPresent();
      welcomed |= seen.isAnswered() && !turnedAway;
      if (turnedAway) {
        refused.add(entrance.probe());
      }
    }
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    // where the server takes others it may well mean it
    Finding finding = welcomed ? Finding.warning(flow.subject()) : Finding.error(flow.subject());
    return Optional.of(found(finding, refused, facts));
  }

  private static Finding found(Finding finding, List<ConnectProbe> refused, Facts facts)
      throws Unobservable {
    Refusal first = refusal(refused.getFirst(), facts);
    Finding found =
        finding
            .with(Confidence.CONFIRMED)
            .word("server", first.server())
            .word("code", first.code())
            .word("said", first.text());
    for (ConnectProbe probe : refused) {
      found = found.because(probe, refusal(probe, facts).text());
    }
    return found.mend(Remedy.byHand(remedy(first)));
  }

  private static Refusal refusal(ConnectProbe probe, Facts facts) throws Unobservable {
    return Refusal.in(facts.get(probe).received()).orElseThrow();
  }

  private static String remedy(Refusal refusal) {
    return switch (refusal.code()) {
      case "1129" -> "unblock";
      case "1040" -> "connections";
      case "DENIED" -> "protected";
      default -> "grant";
    };
  }
}
