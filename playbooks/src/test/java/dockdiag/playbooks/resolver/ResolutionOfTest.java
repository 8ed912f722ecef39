package dockdiag.playbooks.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.dns.ResolvConfProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The full names that a search list makes of a name, in glibc's order.
class ResolutionOfTest {

  @Test
  void aShortNameIsTriedWithEachDomainFirst() throws Unobservable {
    assertThat(names("db", "search a.test b.test"))
        .isEqualTo(List.of("db.a.test.", "db.b.test.", "db."));
  }

  @Test
  void aNameWithADotIsTriedAsItStandsFirst() throws Unobservable {
    assertThat(names("www.example.test", "search a.test"))
        .isEqualTo(List.of("www.example.test.", "www.example.test.a.test."));
  }

  @Test
  void withTheEnginesOptionEveryNameIsTriedAsItStandsFirst() throws Unobservable {
    assertThat(names("db", "search a.test\noptions ndots:0"))
        .isEqualTo(List.of("db.", "db.a.test."));
  }

  @Test
  void withManyDotsAskedForEvenLongNamesAreTriedWithTheDomainsFirst() throws Unobservable {
    assertThat(names("www.example.test", "search a.test\noptions ndots:5"))
        .isEqualTo(List.of("www.example.test.a.test.", "www.example.test."));
  }

  @Test
  void aDotAtTheEndKeepsTheSearchListAway() throws Unobservable {
    assertThat(names("DB.", "search a.test")).isEqualTo(List.of("db."));
  }

  @Test
  void aDotForADomainIsTheNameItself() throws Unobservable {
    assertThat(names("db", "search .")).isEqualTo(List.of("db."));
  }

  private static List<String> names(String name, String text) throws Unobservable {
    ResolvConf conf = ResolvConfProbe.of(Namespace.HOST).observe(request -> Response.of(text));
    return ResolutionOf.names(name, conf);
  }
}
