package dockdiag.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostsProbeTest {

  @Test
  void readsLinesAndLeavesCommentsAside() throws Unobservable {
    String text = "# 192.0.2.1 old\n127.0.0.1\tlocalhost\n10.5.0.9 DB database # by hand\n\nx y\n";
    assertThat(
            new HostsProbe(Namespace.HOST)
                .observe(
                    new Answers().with(new Request.ReadFile(Namespace.HOST, "/etc/hosts"), text)))
        .isEqualTo(
            List.of(
                new HostsEntry(Address.LOOPBACK4, List.of("localhost")),
                new HostsEntry(Address.of("10.5.0.9"), List.of("DB", "database"))));
  }

  @Test
  void namesAreTheSameInCapitals() {
    HostsEntry entry = new HostsEntry(Address.of("10.5.0.9"), List.of("DB", "database"));
    assertThat(List.of(entry.isFor("db"), entry.isFor("data"))).isEqualTo(List.of(true, false));
  }
}
