package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Decisions.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Walks packets through a network namespace.
///
/// Where a rule asks what cannot be known, both ways are followed; where they end alike, that is
/// the packet's fate all the same.
public final class PacketPath {

  private static final int MOST_WAYS = 64;

  private final Netns netns;

  public PacketPath(Netns netns) {
    this.netns = netns;
  }

  /// Of a packet that comes in by an interface.
  public Trace arriving(Packet packet) {
    return walk(packet, Journey::arrive);
  }

  /// Of a packet that is made here.
  public Trace leaving(Packet packet) {
    return walk(packet, Journey::leave);
  }

  /// Of a frame that goes from one port to another of the bridge that the packet came in by;
  /// sent, it left by that port.
  public Trace bridged(Packet packet, String fromPort, String toPort) {
    return walk(packet.over(new Ports(packet.in(), fromPort, toPort)), Journey::cross);
  }

  private record Walked(Way way, List<Decision> decisions) {}

  private Trace walk(Packet packet, Function<Journey, Fate> walk) {
    List<Walked> walked = new ArrayList<>();
    Decisions decisions = new Decisions();
    walked.add(once(packet, decisions, walk));
    while (decisions.hasNext() && walked.size() < MOST_WAYS) {
      decisions = decisions.next();
      walked.add(once(packet, decisions, walk));
    }
    List<Way> ways = walked.stream().map(Walked::way).toList();
    return new Trace(
        ways,
        decisions.hasNext()
            ? new Fate.Undecided("more than " + MOST_WAYS + " ways")
            : common(walked));
  }

  private Walked once(Packet packet, Decisions decisions, Function<Journey, Fate> walk) {
    Run run = new Run(netns, packet, decisions);
    Fate fate;
    try {
      fate = walk.apply(new Journey(run));
    } catch (Undecidable unknown) {
      fate = new Fate.Undecided(String.valueOf(unknown.getMessage()));
    }
    return new Walked(new Way(run.steps(), fate), decisions.made());
  }

  /// What all end with; else the rule at which the first two that end apart went apart.
  private static Fate common(List<Walked> walked) {
    for (int i = 1; i < walked.size(); i++) {
      List<Decision> one = walked.get(i - 1).decisions();
      List<Decision> other = walked.get(i).decisions();
      if (!isAlike(walked.get(i - 1).way().fate(), walked.get(i).way().fate())) {
        int apart = 0;
        while (one.get(apart).equals(other.get(apart))) {
          apart++;
        }
        Place place = one.get(apart).place();
        return new Fate.Undecided(place + ": " + place.text());
      }
    }
    return walked.getLast().way().fate();
  }

  /// Whichever rule stops it, it is stopped; named is the one that does so for certain.
  private static boolean isAlike(Fate one, Fate other) {
    return one.equals(other) || (isStopped(one) && isStopped(other));
  }

  private static boolean isStopped(Fate fate) {
    return fate instanceof Fate.Dropped || fate instanceof Fate.Rejected;
  }
}
