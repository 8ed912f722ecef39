package dockdiag.playbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What findings, gaps and packets come to.
class ExaminationTest {

  private static final Flow WHOLE = Flow.to("web");
  private static final Flow PORT = WHOLE.at(new Port(80, Protocol.TCP));
  private static final Facts NOTHING =
      new Facts(
          request -> {
            throw new Unobservable(Reason.NOT_RECORDED, request.toString());
          });

  /// A check that always answers the same.
  private record Fixed(String slug, Optional<Severity> severity, Set<String> brings)
      implements Check<Flow> {
    static Fixed clear(String slug) {
      return new Fixed(slug, Optional.empty(), Set.of());
    }

    static Fixed error(String slug, String... brings) {
      return new Fixed(slug, Optional.of(Severity.ERROR), Set.of(brings));
    }

    @Override
    public Optional<Finding> examine(Flow flow, Facts facts) {
      return severity.map(
          how ->
              how == Severity.ERROR ? Finding.error(flow.subject()) : Finding.note(flow.subject()));
    }
  }

  /// A check that cannot see.
  private record Blind(String slug, Reason reason) implements Check<Flow> {
    @Override
    public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
      throw new Unobservable(reason, "too dark");
    }
  }

  private record Book(
      List<Check<? super Flow>> whole, List<Check<? super Flow>> port, List<Reach> rows)
      implements Playbook<Flow> {
    @Override
    public String name() {
      return "book";
    }

    @Override
    public List<Check<? super Flow>> checks() {
      return Stream.concat(whole.stream(), port.stream()).toList();
    }

    @Override
    public List<Flow> everywhere(Facts facts) {
      return List.of(WHOLE);
    }

    @Override
    public void prepare(Flow asked, Facts facts) {}

    @Override
    public List<Flow> scopes(Flow asked, Facts facts) {
      return List.of(WHOLE, PORT);
    }

    @Override
    public List<Check<? super Flow>> checks(Flow flow) {
      return flow.equals(WHOLE) ? whole : port;
    }

    @Override
    public List<Reach> reach(Flow flow, Facts facts) {
      return flow.equals(WHOLE) ? List.of() : rows;
    }
  }

  private static Reach row(Reach.Fate observed) {
    return new Reach(
        PORT.subject(),
        "host-address",
        "ipv4",
        "tcp",
        "198.51.100.1:80",
        Optional.empty(),
        Optional.of(observed),
        Optional.empty());
  }

  private static Diagnosis examined(
      List<Check<? super Flow>> whole, List<Check<? super Flow>> port, Reach... rows)
      throws Unobservable {
    return Examination.of(new Book(whole, port, List.of(rows)), WHOLE, NOTHING);
  }

  @Test
  void nothingFoundAndEverythingSeenIsHealthy() throws Unobservable {
    Diagnosis diagnosis =
        examined(List.of(Fixed.clear("a")), List.of(Fixed.clear("b")), row(Reach.Fate.DELIVERED));
    assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
    assertThat(diagnosis.checks()).extracting(Examined::slug).containsExactly("a", "b");
  }

  @Test
  void theFirstErrorOnTheWayIsTheCause() throws Unobservable {
    Diagnosis diagnosis = examined(List.of(), List.of(Fixed.error("first"), Fixed.error("second")));
    assertThat(diagnosis.found())
        .extracting(Diagnosed::slug, Diagnosed::role)
        .containsExactly(tuple("first", Role.ROOT_CAUSE), tuple("second", Role.ALSO_FOUND));
  }

  @Test
  void whatACauseBringsAboutIsFoldedUnderItWhereverItStands() throws Unobservable {
    Diagnosis diagnosis =
        examined(List.of(), List.of(Fixed.error("effect"), Fixed.error("cause", "effect")));
    assertThat(diagnosis.found())
        .extracting(Diagnosed::slug, Diagnosed::role, Diagnosed::causes)
        .containsExactly(
            tuple("cause", Role.ROOT_CAUSE, List.of("effect")),
            tuple("effect", Role.CONSEQUENCE, List.of()));
  }

  @Test
  void anErrorOfTheContainerStandsBeforeItsPorts() throws Unobservable {
    Diagnosis diagnosis = examined(List.of(Fixed.error("down")), List.of(Fixed.error("deaf")));
    assertThat(diagnosis.checks())
        .extracting(Examined::slug, Examined::outcome)
        .contains(tuple("deaf", new Outcome.Skipped("down")));
    assertThat(diagnosis.found()).extracting(Diagnosed::slug).containsExactly("down");
  }

  @Test
  void whatCannotBeSeenIsUnknownAndWhatWasForbiddenIsSkipped() throws Unobservable {
    assertThat(examined(List.of(), List.of(new Blind("a", Reason.NOT_PERMITTED))).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(examined(List.of(), List.of(new Blind("a", Reason.PASSIVE))).verdict())
        .isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void aPacketThatFailsWithoutACauseIsInconclusive() throws Unobservable {
    Diagnosis diagnosis = examined(List.of(), List.of(Fixed.clear("a")), row(Reach.Fate.DROPPED));
    assertThat(diagnosis.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(diagnosis.checks()).extracting(Examined::slug).containsExactly("a", "unexplained");
  }

  @Test
  void aPacketThatFailsConfirmsTheCauseOfItsOwnPort() throws Unobservable {
    assertThat(
            examined(List.of(), List.of(Fixed.error("a")), row(Reach.Fate.REFUSED))
                .found()
                .getFirst()
                .finding()
                .confidence())
        .isEqualTo(Confidence.CONFIRMED);
    assertThat(
            examined(List.of(), List.of(Fixed.error("a")), row(Reach.Fate.DELIVERED))
                .found()
                .getFirst()
                .finding()
                .confidence())
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void whatIsIgnoredIsCountedAndDoesNotCount() throws Unobservable {
    Diagnosis diagnosis =
        examined(List.of(), List.of(Fixed.error("a"))).ignoring(one -> one.slug().equals("a"));
    assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
    assertThat(diagnosis.ignored()).isEqualTo(1);
  }
}
