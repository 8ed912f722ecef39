package dockdiag.probes.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import org.junit.jupiter.api.Test;

class ConntrackUsageProbeTest {

  @Test
  void readsHowFullTheTableIs() throws Unobservable {
    assertThat(usage("262144\n", "262144\n")).isEqualTo(new ConntrackUsage(262_144, 262_144));
    assertThat(usage("262144\n", "262144\n").isFull()).isTrue();
    assertThat(usage("12\n", "262144\n").isFull()).isFalse();
    assertThat(usage("12\n", "0\n").isFull()).isFalse();
  }

  private static ConntrackUsage usage(String count, String max) throws Unobservable {
    return new ConntrackUsageProbe(Namespace.HOST)
        .observe(
            new Answers()
                .with(file("/proc/sys/net/netfilter/nf_conntrack_count"), count)
                .with(file("/proc/sys/net/netfilter/nf_conntrack_max"), max));
  }

  private static Request file(String path) {
    return new Request.ReadFile(Namespace.HOST, path);
  }
}
