package dockdiag.probes.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Request.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What docker login leaves behind.
class PurseTest {

  private static final String CONFIG =
      """
      {"auths": {
        "reg.shop.test:5000": {"auth": "c2hvcDpsYWItb25seQ==", "identitytoken": ""},
        "shop.azurecr.io": {"auth": "MDAwMDo=", "identitytoken": "eyJsYWIi"}}}
      """;

  private final Purse purse = new Purse(Map.of("DOCKER_CONFIG", "/docker"));

  @TempDir private Path root = Path.of("");

  @BeforeEach
  void write() throws Exception {
    Files.writeString(Files.createDirectory(root.resolve("docker")).resolve("config.json"), CONFIG);
  }

  @Test
  void identityTokensAreListedAsSuch() throws Exception {
    assertThat(purse.list(root.toString()).lines())
        .containsExactly(
            "file /docker/config.json", "login reg.shop.test:5000", "token shop.azurecr.io");
  }

  @Test
  void aPasswordIsShownAndWhatStandsBesideAnIdentityTokenIsNot() throws Exception {
    assertThat(purse.authorization(login("reg.shop.test:5000"), root.toString()))
        .contains("Basic c2hvcDpsYWItb25seQ==");
    assertThat(purse.authorization(login("shop.azurecr.io"), root.toString())).isEmpty();
  }

  private static Credential login(String registry) {
    return new Credential(Credential.Kind.LOGIN, registry);
  }
}
