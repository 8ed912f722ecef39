package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.EngineStack;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.platform.Seccomp;
import dockdiag.probes.platform.SeccompProbe;
import dockdiag.probes.platform.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The container's filter of system calls answers EPERM to calls that are newer than itself, where
/// C libraries do without a call only if they are told ENOSYS.
public final class SeccompBlocksNewCalls implements Check<Platform> {

  /// Threads of glibc 2.34 and later, access(2) of glibc 2.33 and musl 1.2.
  private static final List<String> NEEDED = List.of("clone3", "faccessat2");

  /// Calls newer than those: where a filter names one, runc takes the others for meant (runc,
  /// libcontainer/seccomp/patchbpf, since 1.0.0-rc93; it answers ENOSYS behind the newest).
  private static final Set<String> NEWER =
      Set.of("faccessat2", "process_madvise", "epoll_pwait2", "mount_setattr", "futex_waitv");

  /// Programs say either what they were told, or what came of it; of what needs a capability, EPERM
  /// is the kernel's own answer.
  private static final Pattern FAILED =
      Pattern.compile(
          "(?i)^(?!.*(chown|\\bu?mount|\\bping|\\bbind|tables|setgroups)).*"
              + "(operation not permitted|\\bEPERM\\b|(create|start).{0,20}thread"
              + "|can't initialize background jobs)");

  /// What clone3 is for.
  private static final Pattern THREADS = Pattern.compile("(?i)thread|background jobs|clone");

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    if (!(scope.tree() instanceof Tree.OfContainer(String name))) {
      return Optional.empty();
    }
    SeccompProbe inspect = new SeccompProbe(name);
    EngineStackProbe engine = new EngineStackProbe();
    Seccomp filter = facts.get(inspect);
    EngineStack stack = facts.get(engine);
    List<String> blocked = NEEDED.stream().filter(call -> isBlocked(call, filter, stack)).toList();
    Optional<Evidence> said =
        blocked.isEmpty() ? Optional.empty() : Words.last(FAILED, scope, facts);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    String calls = String.join(", ", blocked);
    Finding finding =
        Finding.error(scope.subject())
            .word("what", scope.name())
            .word("calls", calls)
            .because(inspect, "EPERM for " + calls)
            .because(engine, versions(stack))
            .because(said.get())
            .with(isOfThreads(said.get(), blocked) ? Confidence.CONFIRMED : Confidence.LIKELY);
    return Optional.of(
        filter.source() == Seccomp.Source.OWN
            ? finding.mend(Remedy.byHand("profile"))
            : finding.mend(Remedy.byHand("upgrade")));
  }

  /// A bare EPERM has other reasons, too.
  private static boolean isOfThreads(Evidence said, List<String> blocked) {
    return blocked.contains("clone3") && THREADS.matcher(said.fact()).find();
  }

  private static boolean isBlocked(String call, Seccomp filter, EngineStack stack) {
    boolean oldRunc = stack.version("runc").filter(one -> one.isBefore("1.0.0-rc93")).isPresent();
    return switch (filter.source()) {
      case NONE -> false;
      case ENGINE -> stack.version("Engine").filter(one -> blocks(call, one, oldRunc)).isPresent();
      case OWN ->
          filter.refused().contains(call)
              || (filter.closed()
                  && !filter.passed().contains(call)
                  && (oldRunc || filter.passed().stream().anyMatch(NEWER::contains)));
    };
  }

  /// The engine's own filter had faccessat2 since 20.10.0 and an answer to clone3 since 20.10.10;
  /// distributions bring both into older ones, and are known by what they append.
  private static boolean blocks(String call, Version engine, boolean oldRunc) {
    boolean patched = engine.text().contains("+");
    boolean knowsNewer = !engine.isBefore("20.10.0");
    boolean knows = call.equals("clone3") ? !engine.isBefore("20.10.10") : knowsNewer;
    return !patched && !knows && (oldRunc || knowsNewer);
  }

  private static String versions(EngineStack stack) {
    return "engine %s, runc %s"
        .formatted(
            stack.components().getOrDefault("Engine", ""),
            stack.components().getOrDefault("runc", ""));
  }
}
