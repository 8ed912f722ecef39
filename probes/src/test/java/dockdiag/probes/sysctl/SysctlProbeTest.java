package dockdiag.probes.sysctl;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import org.junit.jupiter.api.Test;

class SysctlProbeTest {

  @Test
  void readsASettingOfTheNamespace() throws Unobservable {
    assertThat(
            new SysctlProbe(Namespace.HOST, "net.ipv4.ip_forward")
                .observe(file("/proc/sys/net/ipv4/ip_forward", "0\n")))
        .isEqualTo("0");
  }

  @Test
  void reachesInterfacesWithADotInTheirName() throws Unobservable {
    SysctlProbe probe = SysctlProbe.ofInterface(Namespace.HOST, "ipv4", "eth0.100", "forwarding");

    assertThat(probe.observe(file("/proc/sys/net/ipv4/conf/eth0.100/forwarding", "1\n")))
        .isEqualTo("1");
    assertThat(probe.byHand()).isEqualTo("sysctl net/ipv4/conf/eth0.100/forwarding");
  }

  @Test
  void namesOtherInterfacesAsPeopleDo() {
    assertThat(SysctlProbe.ofInterface(Namespace.HOST, "ipv6", "docker0", "forwarding").name())
        .isEqualTo("net.ipv6.conf.docker0.forwarding");
  }

  private static Answers file(String path, String text) {
    return new Answers().with(new Request.ReadFile(Namespace.HOST, path), text);
  }
}
