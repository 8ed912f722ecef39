package dockdiag.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.socket.NoListener;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may use what. An exception stands here, with its reason.
class ArchitectureTest {

  private static final String LAB = "dockdiag.testenv..";

  private static final List<House.Excepted> FILES =
      List.of(
          new House.Excepted("dockdiag.cli.command.Publishing", "writes --output and --save"),
          new House.Excepted(
              "dockdiag.cli.command.DemoCommand", "unpacks the recording that it ships"),
          new House.Excepted("dockdiag.cli.shell.Entry", "a person's own command behind a !"),
          new House.Excepted("dockdiag.cli.shell.FileNames", "completes the names of files"),
          new House.Excepted("dockdiag.cli.shell.History", "keeps what was typed"));

  private static final List<House.Excepted> STREAMS =
      List.of(new House.Excepted("dockdiag.testenv.bench.Bench", "the lab's launcher for people"));

  private static final List<House.Excepted> PAGES =
      List.of(
          new House.Excepted("dockdiag.playbooks.Explanation", "reads pages from the class path"));

  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      resideInAnyPackage(
              "com.github.dockerjava..", "jnr..", "java.net.http..", "java.nio.channels..")
          .or(belongToAnyOf(ProcessBuilder.class, Process.class))
          .or(belongToAnyOf(java.nio.file.Files.class, java.io.File.class))
          .or(belongToAnyOf(java.io.FileInputStream.class, java.io.FileOutputStream.class))
          .or(belongToAnyOf(java.io.RandomAccessFile.class, java.io.FileReader.class))
          .or(belongToAnyOf(java.net.Socket.class, java.net.ServerSocket.class))
          .or(belongToAnyOf(java.net.DatagramSocket.class, java.net.URLConnection.class))
          .as("the outside world");

  /// Methods of the otherwise harmless InetAddress that send packets.
  private static final Set<String> LOOKUPS =
      Set.of("getByName", "getAllByName", "getHostName", "getCanonicalHostName", "isReachable");

  private static final ArchRule ONE_DOOR =
      noClasses()
          .that(not(resideInAnyPackage("dockdiag.probes.host..", LAB)))
          .and(House.noneOf(FILES))
          .should()
          .dependOnClassesThat(OUTSIDE_WORLD)
          .orShould(House.call("name servers", LOOKUPS));

  private static final ArchRule ONE_MOUTH =
      noClasses()
          .that(not(resideInAPackage("dockdiag.cli..")))
          .and(House.noneOf(STREAMS))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.jline..", "picocli.."))
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static final ArchRule ONE_EDITOR =
      noClasses()
          .that(not(resideInAPackage("dockdiag.cli.shell")))
          .should()
          .dependOnClassesThat(resideInAPackage("org.jline.."));

  private static final ArchRule SUBJECTS =
      noClasses()
          .that(
              resideInAPackage("dockdiag.probes.*..").and(not(resideInAPackage("..probes.host.."))))
          .should(House.use("another subject", ArchitectureTest::otherSubject));

  private static final Set<String> AMBIENT =
      Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID", "getenv");

  private static final ArchRule PURE =
      noClasses()
          .that(resideInAPackage("dockdiag.playbooks.."))
          .and(House.noneOf(PAGES))
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.io", "java.nio.."))
          .orShould()
          .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..", "java.util.random"))
          .orShould()
          .dependOnClassesThat(
              belongToAnyOf(Thread.class, java.util.Random.class, java.time.Clock.class))
          .orShould(House.call("the clock, chance or the environment", AMBIENT));

  private static final ArchRule CHECKS =
      noClasses()
          .that(assignableTo(Check.class))
          .should(House.use("another check", ArchitectureTest::otherCheck));

  @TestFactory
  List<DynamicTest> theHouseKeepsItsRules() {
    return List.of(
        holds("only probes.host touches the outside world", ONE_DOOR),
        holds("only cli talks to people", ONE_MOUTH),
        holds("only the shell edits lines", ONE_EDITOR),
        holds("subjects of probes do not know each other", SUBJECTS),
        holds("playbooks judge and do nothing else", PURE),
        holds("a check uses no other check", CHECKS),
        holds("probes do not judge", nothingIn("dockdiag.probes..", "dockdiag.playbooks..")),
        holds("nobody needs the cli", nothingIn("dockdiag.playbooks..", "dockdiag.cli..")),
        holds("probes do not need the cli", nothingIn("dockdiag.probes..", "dockdiag.cli..")),
        holds(
            "the lab knows none of the product",
            nothingIn(LAB, "dockdiag.cli..", "dockdiag.playbooks..", "dockdiag.probes..")),
        holds(
            "the model of judgement knows no fault",
            nothingIn("dockdiag.playbooks", "dockdiag.playbooks.*..")),
        holds(
            "no packages need each other",
            slices().assignedFrom(House.packages()).should().beFreeOfCycles()));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(House.classes())
        .isNotEmpty()
        .extracting(JavaClass::getPackage)
        .allMatch(one -> one.isAnnotatedWith(NullMarked.class));
  }

  @Test
  void exceptionsAreOfClassesThatThereAre() {
    for (List<House.Excepted> exceptions : List.of(FILES, STREAMS, PAGES)) {
      assertThat(exceptions).allMatch(one -> House.classes().contain(one.name()));
    }
  }

  @Test
  void theRulesCanBeBroken() {
    JavaClasses wrong =
        new ClassFileImporter()
            .importClasses(Sources.class, UsesAnother.class, SocketsProbe.class, Socket.class);
    assertThatThrownBy(() -> ONE_DOOR.check(wrong)).hasMessageContaining("java.nio.file.Files");
    assertThatThrownBy(() -> CHECKS.check(wrong)).hasMessageContaining("NoListener");
    ArchRule noSockets = nothingIn("dockdiag.probes.socket", "dockdiag.probes.socket");
    assertThatThrownBy(() -> noSockets.check(wrong)).hasMessageContaining("SocketsProbe");
  }

  /// A check as it must not be.
  static final class UsesAnother implements Check<Flow> {
    @Override
    public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
      return new NoListener().examine(flow, facts);
    }
  }

  private static boolean otherCheck(JavaClass one, JavaClass other) {
    return other.isAssignableTo(Check.class)
        && !other.isEquivalentTo(Check.class)
        && !House.outermost(other).equals(House.outermost(one));
  }

  private static boolean otherSubject(JavaClass one, JavaClass other) {
    String mine = one.getPackageName();
    String its = other.getPackageName();
    return its.startsWith("dockdiag.probes.")
        && !its.equals(mine)
        && !Set.of("dockdiag.probes.net", "dockdiag.probes.json").contains(its);
  }

  private static ArchRule nothingIn(String here, String... there) {
    return noClasses()
        .that(resideInAPackage(here))
        .should()
        .dependOnClassesThat(resideInAnyPackage(there));
  }

  private static DynamicTest holds(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.check(House.classes()));
  }
}
