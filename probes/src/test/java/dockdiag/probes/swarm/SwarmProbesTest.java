package dockdiag.probes.swarm;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Unobservable;
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
                "vip",
                OptionalInt.of(1),
                List.of(
                    new ServicePort(HTTP, Optional.of(new Port(8091, Protocol.TCP)), "ingress"))),
            new Service(
                "lkfayaat22fgrhf447lwqh0ib",
                "shop",
                "lab/box:1",
                "dnsrr",
                OptionalInt.of(2),
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
                "lkfayaat22fgrhf447lwqh0ib",
                2,
                "",
                "pending",
                "running",
                "pending task scheduling",
                "no suitable node (host-mode port already in use on 1 node)",
                ""),
            new Task(
                "z94s34v9zru1g3in8lf2t4bdb",
                "lkfayaat22fgrhf447lwqh0ib",
                1,
                "rjoiatl2sjw8nzkuyyz1mzfgn",
                "running",
                "running",
                "started",
                "",
                "b0042a3fec757004698cca350884b886372cd1291379897f0ccdd7366127df0c"));
  }
}
