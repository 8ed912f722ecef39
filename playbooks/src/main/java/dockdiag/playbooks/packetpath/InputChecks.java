package dockdiag.playbooks.packetpath;

import dockdiag.probes.route.TableRoute;
import java.util.Optional;

/// What the kernel checks by itself of a packet that came in (net/ipv4/route.c,
/// fib_validate_source of net/ipv4/fib_frontend.c).
final class InputChecks {

  private final Run run;
  private final Packet packet;

  InputChecks(Run run) {
    this.run = run;
    this.packet = run.packet();
  }

  /// IPv6 asks for the loopback's addresses before the first hook (ipv6_rcv of
  /// net/ipv6/ip6_input.c).
  Optional<Fate> beforeAll() {
    return packet.isIpv6() && hasLoopback() ? lostMartian() : Optional.empty();
  }

  /// Addresses of the loopback come in by it alone.
  Optional<Fate> martian() {
    return !packet.isIpv6() && hasLoopback() && !routesLoopback(run, packet.in())
        ? lostMartian()
        : Optional.empty();
  }

  private boolean hasLoopback() {
    boolean loopback =
        packet.source().address().isLoopback() || packet.destination().address().isLoopback();
    return loopback && !packet.in().equals("lo");
  }

  private Optional<Fate> lostMartian() {
    return lost(Fate.Reason.MARTIAN, packet + " by " + packet.in());
  }

  /// Whether the interface takes IPv4's loopback for an address as any other.
  static boolean routesLoopback(Run run, String device) {
    Netns.Settings settings = run.netns().settings();
    return settings.of(new Netns.SettingName("ipv4", "all", "route_localnet"))
            + settings.of(new Netns.SettingName("ipv4", device, "route_localnet"))
        > 0;
  }

  Optional<Fate> forwarding() {
    return forwards()
        ? source()
        : lost(Fate.Reason.FORWARDING_OFF, family() + " by " + packet.in());
  }

  /// IPv6 does for all interfaces or for none, but since 6.17 for one that is told so by itself
  /// (ip6_forward of net/ipv6/ip6_output.c).
  private boolean forwards() {
    return packet.isIpv6()
        ? of("all", "forwarding") == 1 || of(packet.in(), "force_forwarding") == 1
        : of(packet.in(), "forwarding") == 1;
  }

  /// IPv6 has no such check.
  Optional<Fate> source() {
    if (packet.isIpv6() || packet.in().equals("lo")) {
      return Optional.empty();
    }
    String kind = run.routes().kind(packet.source().address());
    if (!kind.equals("unicast")) {
      return lost(Fate.Reason.MARTIAN, "from " + packet.source().address() + ", " + kind);
    }
    int filter = setting("rp_filter");
    Optional<TableRoute> back = run.routes().back(packet);
    boolean strict = filter == 1;
    boolean passes =
        filter == 0 || back.filter(r -> !strict || r.device().equals(packet.in())).isPresent();
    return passes
        ? Optional.empty()
        : lost(Fate.Reason.REVERSE_PATH, "rp_filter " + filter + " of " + packet.in());
  }

  /// The greater one of the interface's own and of all.
  private int setting(String name) {
    return Math.max(of("all", name), of(packet.in(), name));
  }

  private int of(String device, String name) {
    return run.netns().settings().of(new Netns.SettingName(family(), device, name));
  }

  private String family() {
    return packet.isIpv6() ? "ipv6" : "ipv4";
  }

  private static Optional<Fate> lost(Fate.Reason reason, String detail) {
    return Optional.of(new Fate.Lost(reason, detail));
  }
}
