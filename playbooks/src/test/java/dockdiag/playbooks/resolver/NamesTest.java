package dockdiag.playbooks.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.resolver.Names.Bearer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Names NAMES =
      new Names(
          List.of(
              bearer("mysql", "shop", true, "mysql", "database"),
              bearer("shop-cache-1", "shop", true, "shop-cache-1"),
              bearer("redis", "shop", false, "redis"),
              bearer("mysqld", "other", true, "mysqld"),
              bearer("plain", "bridge", true, "plain")));

  private static final Set<String> SHOP = Set.of("shop");

  @Test
  void theNearestSpellingIsOfSomebodyWhoRunsThere() {
    assertThat(NAMES.nearest("mysqll", SHOP)).isEqualTo(Optional.of("mysql"));
    assertThat(NAMES.nearest("databse", SHOP)).isEqualTo(Optional.of("database"));
    assertThat(NAMES.nearest("rediss", SHOP)).isEqualTo(Optional.empty());
  }

  @Test
  void aServiceIsNearWhatComposeMakesOfIt() {
    assertThat(NAMES.nearest("cache", SHOP)).isEqualTo(Optional.of("shop-cache-1"));
  }

  @Test
  void theEngineAnswersForThoseAloneWhoRunOnNetworksOfTheirOwn() {
    assertThat(
            List.of(
                NAMES.isAnsweredFor("Database", SHOP),
                NAMES.isAnsweredFor("redis", SHOP),
                NAMES.isAnsweredFor("mysqld", SHOP),
                NAMES.isAnsweredFor("plain", Set.of("bridge"))))
        .isEqualTo(List.of(true, false, false, false));
  }

  private static Bearer bearer(String container, String network, boolean runs, String... names) {
    return new Bearer(container, network, network, List.of(names), List.of(), runs);
  }
}
