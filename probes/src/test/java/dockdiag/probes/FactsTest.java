package dockdiag.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

  private record Text(String path) implements Probe<String> {
    @Override
    public String observe(Host host) throws Unobservable {
      return host.ask(new Request.ReadFile(Namespace.HOST, path)).body();
    }

    @Override
    public String source() {
      return path;
    }

    @Override
    public String byHand() {
      return "cat " + path;
    }
  }

  private record Both(String one, String other) implements Inference<String> {
    @Override
    public String infer(Facts facts) throws Unobservable {
      return facts.get(new Text(one)) + facts.get(new Text(other));
    }
  }

  private final List<Request> asked = new ArrayList<>();

  /// Has the file `/yes`, and no other.
  private final Facts facts =
      new Facts(
          request -> {
            asked.add(request);
            if (request.equals(new Request.ReadFile(Namespace.HOST, "/yes"))) {
              return new Response(0, "y", 7);
            }
            throw new Unobservable(Unobservable.Reason.NOT_PRESENT, "no such file");
          });

  @Test
  void observesOnceWhoeverAsks() throws Unobservable {
    assertThat(facts.get(new Text("/yes"))).isEqualTo("y");
    assertThat(facts.view().get(new Text("/yes"))).isEqualTo("y");
    assertThat(asked).hasSize(1);
    assertThat(facts.micros(new Text("/yes"))).isEqualTo(7);
  }

  @Test
  void whoeverInfersHasConsultedWhatItFollowsFrom() throws Unobservable {
    facts.infer(new Both("/yes", "/yes"));
    Facts later = facts.view();
    assertThat(later.infer(new Both("/yes", "/yes"))).isEqualTo("yy");
    assertThat(later.consulted()).containsExactly(new Text("/yes"));
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatCannotBeSeenCannotBeInferredFrom() {
    Facts view = facts.view();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> view.infer(new Both("/yes", "/no")))
          .isInstanceOf(Unobservable.class)
          .hasMessageContaining("no such file");
    }
    assertThat(view.consulted()).containsExactly(new Text("/yes"), new Text("/no"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatIsSupposedIsInferredAnewAndObservedNoSecondTime() throws Unobservable {
    Supposition no =
        new Supposition() {
          @Override
          @SuppressWarnings("unchecked") // a text for a text
          public <F> F of(Probe<F> probe, F fact) {
            return fact instanceof String ? (F) "n" : fact;
          }
        };
    facts.infer(new Both("/yes", "/yes"));
    Facts supposed = facts.supposing(no);
    assertThat(supposed.infer(new Both("/yes", "/yes"))).isEqualTo("nn");
    assertThat(supposed.view().get(new Text("/yes"))).isEqualTo("n");
    assertThat(facts.infer(new Both("/yes", "/yes"))).isEqualTo("yy");
    assertThatThrownBy(() -> supposed.get(new Text("/no"))).isInstanceOf(Unobservable.class);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatCannotBeSupposedCannotBeSeen() {
    Supposition impossible =
        new Supposition() {
          @Override
          public <F> F of(Probe<F> probe, F fact) throws Unobservable {
            throw Unobservable.notUnderstood("sysctl", "no such setting");
          }
        };
    assertThatThrownBy(() -> facts.supposing(impossible).get(new Text("/yes")))
        .isInstanceOf(Unobservable.class)
        .hasMessageContaining("no such setting");
  }
}
