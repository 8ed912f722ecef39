package dockdiag.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The compiled classes of every module, without tests, and words for rules about them.
final class House {

  /// A class that may do what others may not, and why.
  record Excepted(String name, String reason) {}

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dockdiag");

  private House() {}

  static JavaClasses classes() {
    return CLASSES;
  }

  /// A class, or one nested in it, that is none of the exceptions.
  static DescribedPredicate<JavaClass> noneOf(List<Excepted> exceptions) {
    return DescribedPredicate.describe(
        "are no listed exception", one -> exceptions.stream().noneMatch(named(one)));
  }

  private static Predicate<Excepted> named(JavaClass one) {
    return exception -> outermost(one).getName().equals(exception.name());
  }

  static JavaClass outermost(JavaClass one) {
    return one.getEnclosingClass().map(House::outermost).orElse(one);
  }

  /// Where one class uses another so, it breaks the rule.
  static ArchCondition<JavaClass> use(String what, BiPredicate<JavaClass, JavaClass> forbidden) {
    return new ArchCondition<>("use " + what) {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (forbidden.test(one, target)) {
            events.add(SimpleConditionEvent.satisfied(one, dependency.getDescription()));
          }
        }
      }
    };
  }

  /// Where a class of the project calls a method of the platform by one of these names.
  static ArchCondition<JavaClass> call(String what, Set<String> methods) {
    return new ArchCondition<>("call " + what) {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        one.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().getPackageName().startsWith("java."))
            .filter(call -> methods.contains(call.getTarget().getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(one, call.getDescription())));
      }
    };
  }

  /// Each package by itself, not with those below it.
  static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass one) {
        return SliceIdentifier.of(one.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }
}
