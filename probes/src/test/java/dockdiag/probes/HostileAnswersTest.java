package dockdiag.probes;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Request.Trust;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Request.Way;
import dockdiag.probes.conntrack.ConntrackUsageProbe;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.dns.HostsProbe;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.docker.AddressPoolsProbe;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.ImageProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.machine.MachineProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.process.ProcessesProbe;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.registry.FetchProbe;
import dockdiag.probes.registry.KnownProxiesProbe;
import dockdiag.probes.registry.LoginsProbe;
import dockdiag.probes.registry.MirrorListProbe;
import dockdiag.probes.registry.RegistrySettingsProbe;
import dockdiag.probes.route.NeighboursProbe;
import dockdiag.probes.route.RoutesProbe;
import dockdiag.probes.socket.SocketsProbe;
import dockdiag.probes.swarm.ForwardingProbe;
import dockdiag.probes.swarm.GossipProbe;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.NodesProbe;
import dockdiag.probes.swarm.ServicesProbe;
import dockdiag.probes.swarm.TasksProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileAnswersTest {

  static Stream<Arguments> probes() {
    return Stream.concat(ofTheEngine(), ofTheKernel());
  }

  private static Stream<Arguments> ofTheEngine() {
    return Stream.of(
        Arguments.of(new ContainerProbe("web"), text("docker/28.5.2/container-web.json")),
        Arguments.of(new ContainersProbe(), text("docker/20.10.24/containers.json")),
        Arguments.of(new NetworksProbe(), text("docker/28.5.2/networks.json")),
        Arguments.of(new DaemonProbe(), text("docker/20.10.24/info.json")),
        Arguments.of(new RegistrySettingsProbe(), text("docker/20.10.24/info.json")),
        Arguments.of(new ImageProbe("web"), text("docker/20.10.24/image.json")),
        Arguments.of(new ServicesProbe(), text("swarm/20.10.24/services.json")),
        Arguments.of(new TasksProbe("shop"), text("swarm/20.10.24/tasks.json")),
        Arguments.of(new NodesProbe(), text("swarm/20.10.24/nodes.json")),
        Arguments.of(new MembershipProbe(), text("swarm/20.10.24/info.json")),
        Arguments.of(new GossipProbe("ov"), text("swarm/20.10.24/network.json")),
        Arguments.of(
            new AddressPoolsProbe(),
            "{\"DefaultAddressPools\": [{\"Base\": \"10.201.0.0/16\", \"Size\": 24}]}"));
  }

  private static Stream<Arguments> ofTheKernel() {
    return Stream.of(
        Arguments.of(new NftProbe(Namespace.HOST), text("netfilter/nft-29.json")),
        Arguments.of(new NftProbe(Namespace.HOST), text("netfilter/nft-statements.json")),
        Arguments.of(
            new IptablesProbe(Namespace.HOST, Family.IP6, Backend.IPTABLES_NFT),
            text("netfilter/ip6tables-save-26.1.5-ufw.txt")),
        Arguments.of(
            new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT),
            text("netfilter/iptables-save-28.5.2.txt")),
        Arguments.of(new LinksProbe(Namespace.HOST), text("link/address.json")),
        Arguments.of(
            new NeighboursProbe(Namespace.HOST),
            "[{\"dst\":\"10.0.0.2\",\"dev\":\"br0\",\"lladdr\":\"02:42:0a:00:00:02\",\"state\":[\"STALE\"]}]"),
        Arguments.of(
            new ForwardingProbe(new Namespace.OfOverlay("1-bv5cjnm4px")),
            text("swarm/20.10.24/fdb.json")),
        Arguments.of(new AddressesProbe(Namespace.HOST), text("machine/fib_trie.txt")),
        Arguments.of(new MachineProbe(), "btime 5\nPRETTY_NAME='x'\n"),
        Arguments.of(new DaemonSettingsProbe(), "{\"iptables\": false, \"ip\": \"::1\"}"),
        Arguments.of(new MirrorListProbe(), "{\"registry-mirrors\": [\"http://m:5000\"]}"),
        Arguments.of(new KnownProxiesProbe(), "HTTP_PROXY='http://u@p:3128'\nproxy.conf\n"),
        Arguments.of(
            new LoginsProbe(),
            "file /c.json\nlogin r:5000\nhelper pass present r:5001\nproxy http://p:1\n"),
        Arguments.of(new ConntrackUsageProbe(Namespace.HOST), "12\n"),
        Arguments.of(new SysctlProbe(Namespace.HOST, "net.ipv4.ip_forward"), "1\n"),
        Arguments.of(
            new RoutesProbe(Namespace.HOST),
            "Iface\tDestination\neth0\t00000000\t026433C6\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"),
        Arguments.of(
            new ProcessesProbe(Namespace.HOST),
            "319\t1\tS\t0\t123456\thttpd\t55512,55513\thttpd -f -p 80\n"),
        Arguments.of(
            new SocketsProbe(Namespace.HOST),
            "tcp LISTEN rq=0 wq=80 127.0.0.1:3306 [::]:0 uid=101 ino=55512 v6only=0\n"));
  }

  static Stream<Arguments> probesThatSend() {
    return Stream.of(
        Arguments.of(
            new ConnectProbe(Namespace.SELF, Address.LOOPBACK4, new Port(80, Protocol.TCP), ""),
            "outcome: connected\nthen: closed\nreceived: \\x00\n"),
        Arguments.of(
            ResolvConfProbe.of(Namespace.HOST),
            "# ExtServers: [host(127.0.0.53)]\nnameserver 127.0.0.11\noptions ndots:0\n"),
        Arguments.of(
            FetchProbe.of(
                new Way(Address.LOOPBACK4, 443, Via.DIRECT, Trust.VERIFIED, "r"), "https://r/v2/"),
            "now: 2026-11-21T21:59:24Z\nconnect: connected\nhttp: answered\nstatus: 200\n\n{}"),
        Arguments.of(new HostsProbe(Namespace.HOST), "127.0.0.1 localhost # it\n"),
        Arguments.of(
            LookupProbe.udp(
                Namespace.HOST,
                Address.LOOPBACK4,
                new LookupProbe.Question("a.", LookupProbe.Type.A),
                2),
            "answered 12 00008180000100000000000001610000010001\nsilent\n"));
  }

  @ParameterizedTest
  @MethodSource({"probes", "probesThatSend"})
  void areReadOrUnobservableAndNothingElse(Probe<?> probe, String good) throws Unobservable {
    assertThat(probe.observe(request -> answer(request, good))).isNotNull();
    for (String hostile : Hostile.variants(good)) {
      try {
        assertThat(probe.observe(request -> answer(request, hostile))).isNotNull();
      } catch (Unobservable unobservable) {
        assertThat(unobservable.reason()).isEqualTo(Unobservable.Reason.NOT_UNDERSTOOD);
        assertThat(unobservable.detail()).hasSizeLessThan(500);
      }
    }
  }

  /// Of two files that a probe reads, the other one is empty.
  private static Response answer(Request request, String text) {
    return Response.of(request.toString().contains("if_inet6") ? "" : text);
  }

  private static String text(String resource) {
    return captured(HostileAnswersTest.class, resource);
  }
}
