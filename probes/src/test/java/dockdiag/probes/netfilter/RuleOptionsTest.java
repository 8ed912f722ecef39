package dockdiag.probes.netfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleOptionsTest {

  @Test
  void keepsTextInQuotesTogether() throws Unobservable {
    assertThat(
            RuleOptions.read(
                " -m limit --limit 3/min -j LOG --log-prefix \"[UFW \\\"BLOCK\\\"] ! -j \""))
        .containsExactly(
            new Option("-m", false, List.of("limit")),
            new Option("--limit", false, List.of("3/min")),
            new Option("-j", false, List.of("LOG")),
            new Option("--log-prefix", false, List.of("[UFW \"BLOCK\"] ! -j ")));
  }

  @Test
  void takesACommentForNoOption() throws Unobservable {
    assertThat(RuleOptions.read(" -m comment --comment -j -j DROP"))
        .containsExactly(
            new Option("-m", false, List.of("comment")),
            new Option("--comment", false, List.of("-j")),
            new Option("-j", false, List.of("DROP")));
  }

  @Test
  void readsNegationsAndSeveralValues() throws Unobservable {
    assertThat(RuleOptions.read(" -p tcp -m tcp ! --tcp-flags FIN,SYN,RST SYN --syn"))
        .containsExactly(
            new Option("-p", false, List.of("tcp")),
            new Option("-m", false, List.of("tcp")),
            new Option("--tcp-flags", true, List.of("FIN,SYN,RST", "SYN")),
            new Option("--syn", false, List.of()));
  }

  @Test
  void doesNotGuessAtAnOpenQuote() {
    assertThatThrownBy(() -> RuleOptions.read(" -j LOG --log-prefix \"[UFW"))
        .isInstanceOf(Unobservable.class);
  }
}
