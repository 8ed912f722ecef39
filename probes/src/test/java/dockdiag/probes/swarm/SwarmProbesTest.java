package dockdiag.probes.swarm;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.swarm.Service.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SwarmProbesTest {

  private static final Port HTTP = new Port(80, Protocol.TCP);

  @Test
  void readsServicesAndTheirPorts() throws Unobservable {
    Answers engine = new Answers().get("/services", captured(getClass(), "28.5.2/services.json"));

    assertThat(new ServicesProbe().observe(engine))
        .containsExactly(
            new Service(
                "k1vee7th977cgou1oektmouxk",
                "api",
                "lab/box:1",
                "replicated",
                "vip",
                OptionalInt.of(1),
                List.of(),
                List.of("hzqf5jgx1ipe7xox9jy7308d6"),
                List.of(
                    new ServicePort(HTTP, Optional.of(new Port(8091, Protocol.TCP)), "ingress"))),
            new Service(
                "lkfayaat22fgrhf447lwqh0ib",
                "shop",
                "lab/box:1",
                "replicated",
                "dnsrr",
                OptionalInt.of(2),
                List.of(),
                List.of(),
                List.of(new ServicePort(HTTP, Optional.of(new Port(8090, Protocol.TCP)), "host"))));
  }

  @Test
  void readsWhyATaskDoesNotRun() throws Unobservable {
    Answers engine =
        new Answers()
            .get(
                "/tasks?filters=%7B%22service%22%3A%5B%22shop%22%5D%7D",
                captured(getClass(), "28.5.2/tasks.json"));

    assertThat(new TasksProbe("shop").observe(engine))
        .containsExactly(
            new Task(
                "xtf3puwm00defh1uli8u5qg2t",
                "pending",
                "running",
                "pending task scheduling",
                "no suitable node (host-mode port already in use on 1 node)"),
            new Task("z94s34v9zru1g3in8lf2t4bdb", "running", "running", "started", ""));
  }

  @Test
  void readsTheNodesAndWhoLeads() throws Unobservable {
    Answers engine = new Answers().get("/nodes", captured(getClass(), "20.10.24/nodes.json"));

    assertThat(new NodesProbe().observe(engine))
        .containsExactly(
            new Node(
                "d3upa7chk6ovo9cr3jv2wad9a",
                "host-1",
                "active",
                "ready",
                "",
                Optional.of(Address.of("192.0.2.1")),
                Optional.of(new Node.Management(true, "reachable"))),
            new Node(
                "vanwdocwkkh1cwhnjn097tdld",
                "host-2",
                "active",
                "ready",
                "",
                Optional.of(Address.of("192.0.2.2")),
                Optional.empty()));
  }

  @Test
  void readsTheEnginesPlaceInTheSwarm() throws Unobservable {
    Answers engine = new Answers().get("/info", captured(getClass(), "20.10.24/info.json"));

    assertThat(new MembershipProbe().observe(engine))
        .isEqualTo(
            new Membership(
                "active",
                true,
                "d3upa7chk6ovo9cr3jv2wad9a",
                Optional.of(Address.of("192.0.2.1")),
                "",
                List.of(
                    new Membership.Remote("d3upa7chk6ovo9cr3jv2wad9a", Address.of("192.0.2.1"))),
                4789));
  }

  @Test
  void outsideASwarmThereIsNoPlaceInOne() throws Unobservable {
    Answers engine =
        new Answers()
            .get("/info", "{\"Swarm\": {\"LocalNodeState\": \"inactive\", \"NodeAddr\": \"\"}}");

    assertThat(new MembershipProbe().observe(engine).isActive()).isFalse();
    assertThat(new MembershipProbe().observe(engine).address()).isEmpty();
  }

  @Test
  void readsWhatTheNodesToldEachOther() throws Unobservable {
    Answers engine =
        new Answers()
            .get("/networks/ov?verbose=true", captured(getClass(), "20.10.24/network.json"));

    assertThat(new GossipProbe("ov").observe(engine))
        .isEqualTo(
            new Gossip(
                List.of(
                    new Gossip.Peer("2de95fdddf3d", Address.of("192.0.2.1")),
                    new Gossip.Peer("beec6d617c5e", Address.of("192.0.2.2"))),
                List.of(
                    new Gossip.Bearer(
                        "",
                        Optional.empty(),
                        "redis",
                        Address.of("10.77.0.10"),
                        Optional.of(Address.of("192.0.2.2"))),
                    new Gossip.Bearer(
                        "",
                        Optional.empty(),
                        "shop",
                        Address.of("10.77.0.11"),
                        Optional.of(Address.of("192.0.2.1"))))));
  }

  @Test
  void findsTheNetworksOwnNamespaceAndWhereItForwards() throws Unobservable {
    Answers host =
        new Answers()
            .with(
                new Request.ListNames(Namespace.HOST, "/run/docker/netns"),
                "1-bv5cjnm4px\n1-yuacrigu0c\n548949d26b7c\ningress_sbox\nlb_bv5cjnm4p\n");
    Namespace inside = new SandboxProbe("bv5cjnm4pxkbi0wtq7kgrbufr").observe(host);
    assertThat(inside).isEqualTo(new Namespace.OfOverlay("1-bv5cjnm4px"));

    Request fdb = new Request.RunCommand(inside, List.of("bridge", "-j", "fdb", "show"));
    host.with(fdb, captured(getClass(), "20.10.24/fdb.json"));
    assertThat(new ForwardingProbe(inside).observe(host))
        .contains(
            new Forwarding(
                new Mac("02:42:0a:4d:00:0a"), "vxlan0", Optional.of(Address.of("192.0.2.2"))));
  }
}
