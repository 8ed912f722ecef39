package dockdiag.playbooks.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "mysql, docker.io/library/mysql:latest",
    "mysql:8.4, docker.io/library/mysql:8.4",
    "library/mysql, docker.io/library/mysql:latest",
    "docker.io/mysql, docker.io/library/mysql:latest",
    "index.docker.io/shop/web:1, docker.io/shop/web:1",
    "localhost/web, localhost/web:latest",
    "reg:5000/shop/web, reg:5000/shop/web:latest",
    "reg.shop.test/web:1, reg.shop.test/web:1",
    "[2001:db8::5]:5000/web:1, [2001:db8::5]:5000/web:1",
    "docker.io, docker.io",
    "198.51.100.2:5000, 198.51.100.2:5000",
    "localhost:5000, localhost:5000",
    "reg:5000/, reg:5000",
    "reg.shop.test/, reg.shop.test"
  })
  void isReadAsDockerPullReadsIt(String typed, String meant) {
    assertThat(Reference.parse(typed).map(Reference::toString)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "Shop/Web",
        "web:",
        "web:a b",
        "reg.shop.test//web",
        "http://reg.shop.test/web",
        "user@reg.shop.test/web",
        "web@sha256:12",
        "re g/web",
        "../web",
        "-web"
      })
  void whatIsNoneIsNone(String typed) {
    assertThat(Reference.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "reg.shop.test/shop/web:1"})
  void aDigestIsWhatCounts(String name) {
    String digest = "sha256:" + "0".repeat(64);
    assertThat(Reference.parse(name + "@" + digest).orElseThrow().tag()).isEqualTo(digest);
  }
}
