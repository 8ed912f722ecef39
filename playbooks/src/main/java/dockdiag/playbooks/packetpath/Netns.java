package dockdiag.playbooks.packetpath;

import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftTablesProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.route.Routing;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.TableRoute;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A network namespace as far as it decides a packet's way.
///
/// What the walk looks up in it often is put in order once.
public final class Netns {

  private final Routing ipv4;
  private final Supplier<Routing> ipv6;
  private final List<Link> links;
  private final Settings settings;
  private final Index index;

  /// Of what was observed, or might be.
  public Netns(Ruleset ruleset, Routing ipv4, Routing ipv6, List<Link> links, Settings settings) {
    this(new Index(ruleset), ipv4, () -> ipv6, links, settings);
  }

  private Netns(
      Index index, Routing ipv4, Supplier<Routing> ipv6, List<Link> links, Settings settings) {
    this.index = index;
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
    this.links = List.copyOf(links);
    this.settings = settings;
  }

  /// Settings of the kernel.
  @FunctionalInterface
  public interface Settings {

    /// The number that it is set to.
    int of(SettingName name);
  }

  /// `net.FAMILY.conf.DEVICE.SETTING`, or `net.FAMILY.SETTING`.
  ///
  /// @param family `ipv4`, `ipv6` or `bridge`
  /// @param device an interface, or `all`; empty of what is no interface's
  public record SettingName(String family, String device, String setting) {

    /// Whether echo requests stay without a reply (icmp_echo of net/ipv4/icmp.c, icmpv6_rcv of
    /// net/ipv6/icmp.c, which has it since Linux 5.1).
    static SettingName ofEchoes(boolean ipv6) {
      return ipv6
          ? new SettingName("ipv6", "", "icmp.echo_ignore_all")
          : new SettingName("ipv4", "", "icmp_echo_ignore_all");
    }

    static SettingName ofBridges(String setting) {
      return new SettingName("bridge", "", setting);
    }

    /// As sysctl(8) names it.
    @Override
    public String toString() {
      return probe(Namespace.HOST).name();
    }

    private SysctlProbe probe(Namespace namespace) {
      return device.isEmpty()
          ? new SysctlProbe(namespace, "net." + family + "." + setting)
          : SysctlProbe.ofInterface(namespace, family, device, setting);
    }

    /// Whether a kernel that does not have it behaves as if it were 0: that of a module that is
    /// not loaded, or of kernels since 6.17.
    private boolean mayBeAbsent() {
      return device.isEmpty() || setting.equals("force_forwarding");
    }
  }

  /// Observes it.
  ///
  /// @throws Unobservable where one of its facts cannot be had
  public static Netns of(Facts facts, Namespace namespace) throws Unobservable {
    return new Netns(
        facts.infer(new IndexOf(namespace)),
        facts.get(new RoutingProbe(namespace, IpVersion.V4)),
        ipv6(facts, namespace),
        facts.get(new LinksProbe(namespace)),
        name -> setting(facts, namespace, name));
  }

  /// In a container, few packets are of IPv6: its routes are observed for the first of them.
  private static Supplier<Routing> ipv6(Facts facts, Namespace namespace) throws Unobservable {
    RoutingProbe probe = new RoutingProbe(namespace, IpVersion.V6);
    if (namespace.equals(Namespace.HOST)) {
      Routing routing = facts.get(probe);
      return () -> routing;
    }
    return () -> {
      try {
        return facts.get(probe);
      } catch (Unobservable unknown) {
        throw new Undecidable(probe.source() + ": " + unknown.detail());
      }
    };
  }

  /// What [#of] asks of any namespace, to be observed side by side.
  public static List<Probe<?>> probes(Namespace namespace) {
    List<Probe<?>> probes =
        new ArrayList<>(
            List.of(
                new NftTablesProbe(namespace),
                new IptablesProbe(namespace, Family.IP, Backend.IPTABLES_LEGACY),
                new IptablesProbe(namespace, Family.IP6, Backend.IPTABLES_LEGACY),
                new RoutingProbe(namespace, IpVersion.V4),
                new LinksProbe(namespace)));
    if (namespace.equals(Namespace.HOST)) {
      probes.add(new RoutingProbe(namespace, IpVersion.V6));
    }
    return probes;
  }

  private static int setting(Facts facts, Namespace namespace, SettingName name) {
    SysctlProbe probe = name.probe(namespace);
    try {
      return Integer.parseInt(facts.get(probe));
    } catch (Unobservable | NumberFormatException unknown) {
      if (name.mayBeAbsent()
          && unknown instanceof Unobservable absent
          && absent.reason() == Unobservable.Reason.NOT_PRESENT) {
        return 0;
      }
      throw new Undecidable(probe.source() + ": " + unknown.getMessage());
    }
  }

  /// Of all backends, see [Ruleset#merged].
  public Ruleset ruleset() {
    return index.ruleset();
  }

  public Routing ipv4() {
    return ipv4;
  }

  public Routing ipv6() {
    return ipv6.get();
  }

  public List<Link> links() {
    return links;
  }

  /// The sysctls that matter.
  public Settings settings() {
    return settings;
  }

  /// The route that unmarked packets made here take to the address; empty also where a rule of the
  /// policy asks what is not known.
  public Optional<TableRoute> route(Address to) {
    Endpoint nobody = new Endpoint(to.isIpv6() ? Address.ANY6 : Address.ANY4, 0);
    try {
      return new Routes(this).find(Packet.leaving(Protocol.TCP, nobody, new Endpoint(to, 0)));
    } catch (Undecidable notKnown) {
      return Optional.empty();
    }
  }

  /// The address that they are sent from (ip_route_output_key_hash_rcu of net/ipv4/route.c); to
  /// an address of this namespace itself from that one (RFC 6724, rule 1).
  public Optional<Address> source(Address to) {
    return route(to).flatMap(route -> route.source().or(() -> source(route, to)));
  }

  private Optional<Address> source(TableRoute route, Address to) {
    return route.type() == TableRoute.Type.LOCAL
        ? Optional.of(to)
        : new Sources(this, route.device()).towards(to, route.via().orElse(to));
  }

  Routing routing(Packet packet) {
    return packet.isIpv6() ? ipv6() : ipv4;
  }

  Index index() {
    return index;
  }

  boolean isBridge(String device) {
    return link(device).filter(link -> link.kind().equals("bridge")).isPresent();
  }

  /// The interface of that name.
  public Optional<Link> link(String name) {
    return links.stream().filter(link -> link.name().equals(name)).findFirst();
  }
}
