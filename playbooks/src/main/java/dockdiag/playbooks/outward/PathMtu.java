package dockdiag.playbooks.outward;

import dockdiag.playbooks.route.Policy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.reach.Echo.Outcome;
import dockdiag.probes.reach.EchoProbe;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How large packets may be that get to an address in one piece, as echo requests that must not be
/// fragmented tell.
public final class PathMtu {

  /// What every link takes (RFC 791, 3.2).
  private static final int LEAST = 576;

  /// Links that are met often: PPPoE, tunnels of several kinds, VXLAN, and IPv6's least.
  private static final List<Integer> USUAL =
      List.of(1492, 1480, 1476, 1460, 1450, 1420, 1400, 1280);

  private static final int AT_ONCE = 8;

  private final Namespace from;
  private final Address to;
  private final Facts facts;

  /// From that namespace.
  public PathMtu(Namespace from, Address to, Facts facts) {
    this.from = from;
    this.to = to;
    this.facts = facts;
  }

  /// Whether small packets are answered, and one of that size vanishes without a word. Where the
  /// far end answers no echo request at all, nothing can be told of it.
  ///
  /// @throws Unobservable where nothing may be sent
  public boolean swallows(int size) throws Unobservable {
    return facts.get(EchoProbe.of(from, to)).isAnswered()
        && facts.get(EchoProbe.whole(from, to, size)).outcome() == Outcome.TIMED_OUT;
  }

  /// The same of packets that this host sends there itself, of that size or of the largest that
  /// its link takes.
  ///
  /// @throws Unobservable where nothing may be sent, or the host's interfaces cannot be seen
  public static boolean isSwallowedOfHost(Address to, int size, Facts facts) throws Unobservable {
    return lostOfHost(to, size, facts).isPresent();
  }

  /// The echo request that vanishes so; empty where there is none.
  ///
  /// @throws Unobservable where nothing may be sent, or the host's interfaces cannot be seen
  public static Optional<EchoProbe> lostOfHost(Address to, int size, Facts facts)
      throws Unobservable {
    RoutingProbe routing =
        new RoutingProbe(Namespace.HOST, to.isIpv6() ? IpVersion.V6 : IpVersion.V4);
    Optional<String> device =
        new Policy(facts.get(routing)).choice(to).map(Policy.Choice::route).map(TableRoute::device);
    Optional<Link> uplink =
        facts.get(new LinksProbe(Namespace.HOST)).stream()
            .filter(link -> device.equals(Optional.of(link.name())))
            .findFirst();
    if (uplink.isEmpty()) {
      return Optional.empty();
    }
    int packet = Math.min(size, uplink.get().mtu());
    return new PathMtu(Namespace.HOST, to, facts).swallows(packet)
        ? Optional.of(EchoProbe.whole(Namespace.HOST, to, packet))
        : Optional.empty();
  }

  /// The largest size below that which is answered.
  public int largest(int size) {
    int[] between = narrowed(LEAST, size, USUAL);
    while (between[1] - between[0] > 1) {
      int low = between[0];
      int step = Math.max(1, (between[1] - low) / (AT_ONCE + 1));
      int[] next =
          narrowed(
              low,
              between[1],
              IntStream.rangeClosed(1, AT_ONCE).mapToObj(one -> low + one * step).toList());
      if (next[0] == between[0] && next[1] == between[1]) {
        return next[0];
      }
      between = next;
    }
    return between[0];
  }

  /// The largest that is answered, and the next larger that is not.
  private int[] narrowed(int low, int high, List<Integer> sizes) {
    List<Integer> tried =
        sizes.stream().filter(size -> low < size && size < high).sorted().distinct().toList();
    facts.prepare(tried.stream().map(size -> EchoProbe.whole(from, to, size)).toList());
    int best = tried.stream().filter(this::isAnswered).reduce(low, Math::max);
    int next = tried.stream().filter(size -> size > best).reduce(high, Math::min);
    return new int[] {best, next};
  }

  /// Whether a packet of that size is answered.
  ///
  /// @throws Unobservable where it may not be sent, or was not recorded
  public boolean answers(int size) throws Unobservable {
    return facts.get(EchoProbe.whole(from, to, size)).isAnswered();
  }

  private boolean isAnswered(int size) {
    try {
      return answers(size);
    } catch (Unobservable untold) {
      return false;
    }
  }
}
