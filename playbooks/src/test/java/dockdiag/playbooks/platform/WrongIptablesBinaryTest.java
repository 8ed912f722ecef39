package dockdiag.playbooks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.testenv.Recordings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Programs of distributions that keep them elsewhere, on the recorded platform.
class WrongIptablesBinaryTest {

  private static final String MISSING = "type: missing\n";
  private static final String FOLDER = "type: folder\nmode: 755\nowner: 0:0\nsize: 4096\n";

  private EvidenceBundle nixos = EvidenceBundle.empty();

  @BeforeEach
  void recordedPlatform() throws Exception {
    nixos =
        EvidenceBundle.read(Recordings.named("platform")).with("tree/host/nix/store.txt", FOLDER);
    for (String folder :
        List.of("usr/sbin", "sbin", "usr/local/sbin", "usr/bin", "bin", "usr/local/bin")) {
      nixos = nixos.with("tree/host/" + folder + "/iptables.txt", MISSING);
    }
  }

  @Test
  void theProfileOfTheSystemHasIt() throws Exception {
    String program = "type: file\nmode: 755\nowner: 0:0\nsize: 100\nhead: 23212f62696e2f73680a\n";
    EvidenceBundle there = nixos.with("tree/host/run/current-system/sw/bin/iptables.txt", program);
    assertThat(new WrongIptablesBinary().examine(Platform.HOST, facts(there))).isEmpty();
  }

  @Test
  void whatIsInTheStoreAloneIsNotSeen() {
    EvidenceBundle absent = nixos.with("tree/host/run/current-system/sw/bin/iptables.txt", MISSING);
    assertThatExceptionOfType(Unobservable.class)
        .isThrownBy(() -> new WrongIptablesBinary().examine(Platform.HOST, facts(absent)))
        .withMessageContaining("/nix/store");
  }

  private static Facts facts(EvidenceBundle bundle) {
    return new Facts(RecordedHost.of(bundle));
  }
}
