package dockdiag.playbooks.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.docker.ContainerName.Resolution;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.NetworkMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerNameTest {

  private static final List<ContainerSummary> ALL =
      List.of(
          container("4f0a11", "shop-db-1", "db"),
          container("4f9b22", "web", "web"),
          container("77c333", "web-canary", "web"),
          container("we5d44", "redis", "cache"));

  @Test
  void aWholeNameOrIdIsMeantEvenWhereOthersBeginWithIt() {
    assertThat(resolve("web")).isEqualTo(new Resolution.Found("web"));
    assertThat(resolve("/web")).isEqualTo(new Resolution.Found("web"));
    assertThat(resolve("77c333")).isEqualTo(new Resolution.Found("web-canary"));
  }

  @Test
  void aUniqueBeginningIsEnough() {
    assertThat(resolve("web-")).isEqualTo(new Resolution.Found("web-canary"));
    assertThat(resolve("4f0")).isEqualTo(new Resolution.Found("shop-db-1"));
  }

  @Test
  void namesGoBeforeIds() {
    assertThat(resolve("we")).isEqualTo(new Resolution.Ambiguous(List.of("web", "web-canary")));
    assertThat(resolve("we5")).isEqualTo(new Resolution.Found("redis"));
  }

  @Test
  void whatCouldBeSeveralIsListed() {
    assertThat(resolve("4f")).isEqualTo(new Resolution.Ambiguous(List.of("shop-db-1", "web")));
  }

  @Test
  void theNearestSpellingsAreNamedServicesOfComposeFirst() {
    assertThat(resolve("db"))
        .isEqualTo(new Resolution.Unknown(List.of("shop-db-1", "web", "redis")));
    assertThat(resolve("rediss"))
        .isEqualTo(new Resolution.Unknown(List.of("redis", "web", "shop-db-1")));
  }

  @Test
  void noWordMeansNothing() {
    assertThat(resolve("")).isInstanceOf(Resolution.Unknown.class);
    assertThat(ContainerName.resolve("web", List.of()))
        .isEqualTo(new Resolution.Unknown(List.of()));
  }

  private static Resolution resolve(String typed) {
    return ContainerName.resolve(typed, ALL);
  }

  private static ContainerSummary container(String id, String name, String service) {
    return new ContainerSummary(
        id,
        List.of(name),
        "image",
        Container.Status.EXITED,
        Map.of("com.docker.compose.service", service),
        Set.of(),
        List.of(),
        new NetworkMode.DefaultBridge(),
        List.of());
  }
}
