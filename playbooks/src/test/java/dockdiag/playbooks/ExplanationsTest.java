package dockdiag.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.symptom.Playbooks;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.testenv.Recordings;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each page is a test of the fault that it explains.
class ExplanationsTest {

  private static final List<String> HEADINGS =
      List.of("## What you see", "## Why it happens", "## How dockdiag knows", "## How to fix it");

  @TestFactory
  Stream<DynamicContainer> everyFault() {
    return Playbooks.faults().stream()
        .map(fault -> DynamicContainer.dynamicContainer(fault.slug(), tests(fault)));
  }

  private static Stream<DynamicTest> tests(Fault fault) {
    Page page = Page.of(fault);
    Stream<DynamicTest> always =
        Stream.of(
            DynamicTest.dynamicTest(
                "has its headings in order",
                () -> assertThat(page.headings()).isEqualTo(HEADINGS)));
    return fault instanceof Check<?> check ? Stream.concat(always, tests(check, page)) : always;
  }

  private static Stream<DynamicTest> tests(Check<?> check, Page page) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "is not reported of the healthy host",
            () -> assertThat(found(check, page, healthy(page))).isEmpty()),
        DynamicTest.dynamicTest(
            "is reported with the page's blocks laid over it", () -> golden(check, page)),
        DynamicTest.dynamicTest(
            "never passes for clear where evidence is withheld", () -> blindness(check, page)));
  }

  private static void golden(Check<?> check, Page page) throws Exception {
    Diagnosed diagnosed = found(check, page, broken(page)).orElseThrow();
    String report = PlainReport.of(check, diagnosed);
    if (System.getProperty("dockdiag.update") != null) {
      page.rewrite(report);
    } else {
      assertThat(report).isEqualTo(page.body("report"));
    }
  }

  private static void blindness(Check<?> check, Page page) throws Exception {
    EvidenceBundle broken = broken(page);
    for (String entry : consulted(check, page, broken)) {
      Outcome outcome = outcome(check, page, broken.without(entry));
      assertThat(outcome)
          .as("without %s", entry)
          .isNotInstanceOf(Outcome.Clear.class)
          .isNotInstanceOf(Outcome.Skipped.class);
    }
  }

  private static EvidenceBundle healthy(Page page) throws Exception {
    return EvidenceBundle.read(Recordings.named(page.host()));
  }

  private static EvidenceBundle broken(Page page) throws Exception {
    EvidenceBundle bundle = healthy(page);
    for (Page.Block block : page.blocks()) {
      bundle =
          switch (block.kind()) {
            case "file" -> bundle.with(block.name(), block.body());
            case "edit" -> bundle.with(block.name(), block.edited(body(bundle, block.name())));
            case "merge" -> bundle.merge(block.name(), block.body());
            case "missing" -> bundle.without(block.name());
            default -> bundle;
          };
    }
    return bundle;
  }

  private static String body(EvidenceBundle bundle, String name) {
    if (bundle.entries().get(name) instanceof Entry.Answered answered) {
      return answered.response().body();
    }
    throw new AssertionError("no answer to edit: " + name);
  }

  private static Optional<Diagnosed> found(Check<?> check, Page page, EvidenceBundle bundle)
      throws Unobservable {
    Diagnosis diagnosis = Question.of(page).diagnosis(new Facts(RecordedHost.of(bundle)));
    return diagnosis.found().stream().filter(one -> one.slug().equals(check.slug())).findFirst();
  }

  private static Outcome outcome(Check<?> check, Page page, EvidenceBundle bundle) {
    return Question.of(page).outcome(check, new Facts(RecordedHost.of(bundle)));
  }

  private static Set<String> consulted(Check<?> check, Page page, EvidenceBundle bundle) {
    Set<String> entries = new LinkedHashSet<>();
    Host recorded = RecordedHost.of(bundle);
    Host listening =
        request -> {
          bundle.entry(request).ifPresent(entry -> entries.add(entry.name()));
          return recorded.ask(request);
        };
    Question.of(page).outcome(check, new Facts(listening));
    return entries;
  }

  @TestFactory
  Stream<DynamicTest> everyPageWorksAsAnExplanation() throws IOException {
    return Playbooks.faults().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.slug(),
                    () ->
                        assertThat(Explanation.of(fault, "en").messages()).containsKey("summary")));
  }
}
