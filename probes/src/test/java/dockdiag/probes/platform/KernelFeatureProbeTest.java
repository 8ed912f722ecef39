package dockdiag.probes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.KernelFeatureProbe.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelFeatureProbeTest {

  private static final String MODULES = "/lib/modules/6.1.0-30-amd64";

  private final Answers answers = new Answers();

  @BeforeEach
  void nothingIsLoaded() {
    answers.with(new Request.ListNames(Namespace.HOST, "/sys/module"), "bridge\nkernel\n");
  }

  @Test
  void whatIsBuiltInIsThere() throws Unobservable {
    file("/proc/config.gz", "CONFIG_VXLAN=y\n# CONFIG_IP_VS is not set\n");
    assertThat(seen(KernelFeature.VXLAN)).isEqualTo(new Presence(true, "CONFIG_VXLAN=y"));
    assertThat(seen(KernelFeature.IP_VS)).isEqualTo(new Presence(false, "CONFIG_IP_VS is not set"));
  }

  @Test
  void aModuleIsThereWhereItIsLoadedOrReady() throws Unobservable {
    file("/boot/config-6.1.0-30-amd64", "CONFIG_BRIDGE=m\nCONFIG_VXLAN=m\nCONFIG_VETH=m\n");
    file(MODULES + "/modules.dep", "kernel/drivers/net/vxlan/vxlan.ko.xz: kernel/a.ko.xz\n");
    assertThat(seen(KernelFeature.BRIDGE)).isEqualTo(new Presence(true, "/sys/module/bridge"));
    assertThat(seen(KernelFeature.VXLAN).there()).isTrue();
    assertThat(seen(KernelFeature.VETH))
        .isEqualTo(new Presence(false, "CONFIG_VETH=m, and " + MODULES + " has no veth"));
  }

  @Test
  void withoutAConfigurationTheModulesTell() throws Unobservable {
    file(MODULES + "/modules.builtin", "kernel/fs/overlayfs/overlay.ko\n");
    assertThat(seen(KernelFeature.OVERLAY_FS).there()).isTrue();
    assertThat(seen(KernelFeature.IP_VS).there()).isFalse();
  }

  private Presence seen(KernelFeature feature) throws Unobservable {
    return new KernelFeatureProbe(feature, "6.1.0-30-amd64").observe(answers);
  }

  private void file(String path, String text) {
    answers.with(new Request.ReadFile(Namespace.HOST, path), text);
  }
}
