package dockdiag.probes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/amd64, true",
    "linux/arm64/v8, linux/arm64, true",
    "/, linux/amd64, true",
    "linux/386, linux/amd64, true",
    "linux/arm/v7, linux/arm64, true",
    "linux/arm, linux/arm64, true",
    "linux/arm64, linux/arm, false",
    "linux/amd64, linux/386, false",
    "windows/amd64, linux/amd64, false",
    "linux/arm64, linux/amd64, false"
  })
  void theEngineTakesWhatItsProcessorRuns(String entry, String platform, boolean expected) {
    assertThat(new Manifest(true, List.of(entry)).fits(platform)).isEqualTo(expected);
  }
}
