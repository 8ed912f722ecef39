package dockdiag.probes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

  @ParameterizedTest
  @CsvSource({
    "1.0.0~rc93+ds1, 1.0.0, true",
    "1.0.0-rc92, 1.0.0-rc93, true",
    "1.0.0-rc.93, 1.0.0-rc92, false",
    "1.1.5+ds1, 1.1.5, false",
    "20.10.5+dfsg1, 20.10.10, true",
    "v29.1, 28.5.2, false"
  })
  void versionsAreOrderedByTheirNumbers(String one, String other, boolean before) {
    assertThat(Version.parse(one).orElseThrow().isBefore(other)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "3.10.0-1160.el7.x86_64, true, Red Hat Enterprise Linux or CentOS 7",
    "4.19.90-52.22.v2207.ky10.aarch64, false, Kylin 10",
    "4.19.90-2112.8.0.0131.oe1.x86_64, false, openEuler 1",
    "4.18.0-553.el8_10.x86_64, false, Red Hat Enterprise Linux or CentOS 8",
    "4.9, true,",
    "6.1.0-30-amd64, false,"
  })
  void aReleaseTellsItsAgeAndWhoKeepsIt(String text, boolean old, String vendor) {
    KernelRelease release = KernelRelease.parse(text).orElseThrow();
    assertThat(release.isBefore(4, 15)).isEqualTo(old);
    assertThat(release.vendor()).isEqualTo(Optional.ofNullable(vendor));
  }

  @Test
  void whatIsNoVersionIsNone() {
    assertThat(Version.parse("unknown")).isEmpty();
    assertThat(KernelRelease.parse("Linux")).isEmpty();
  }

  @Test
  void aProcessorHasTheLevelThatItsFlagsMakeWhole() {
    Set<String> v2 = Set.of("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3");
    assertThat(new Cpu(Set.of("sse2", "avx2")).level()).isEqualTo(1);
    assertThat(new Cpu(v2).level()).isEqualTo(2);
  }
}
