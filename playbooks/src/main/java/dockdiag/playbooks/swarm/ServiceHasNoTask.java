package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.ServicesProbe;
import dockdiag.probes.swarm.Task;
import dockdiag.probes.swarm.TasksProbe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// None of a service's tasks runs.
public final class ServiceHasNoTask implements Check<Cluster> {

  /// What the swarm could not do tells more than what it was about to.
  private static final Comparator<Task> TELLING =
      Comparator.comparing((Task task) -> task.error().isEmpty())
          .thenComparing(task -> !task.desiredState().equals("running"))
          .thenComparing(Task::id);

  /// Of a task that nothing has gone wrong with yet.
  private static final Set<String> STARTING =
      Set.of("new", "assigned", "accepted", "preparing", "ready", "starting");

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    Service service = ServicesOf.named(cluster, facts);
    List<Task> tasks = facts.get(new TasksProbe(service.name()));
    boolean scaledAway = service.wanted() == 0;
    return isAsWanted(service, tasks) || (scaledAway && service.ports().isEmpty())
        ? Optional.empty()
        : Optional.of(scaledAway ? scaledAway(cluster, service) : found(cluster, service, tasks));
  }

  /// A task that ends is no fault of a job, nor of a service that is not to restart what ended
  /// well; a global one wants none where no node is eligible.
  private static boolean isAsWanted(Service service, List<Task> tasks) {
    boolean isNowhere = service.replicas().isEmpty() && tasks.isEmpty();
    boolean hasEnded =
        !tasks.isEmpty() && tasks.stream().allMatch(task -> task.state().equals("complete"));
    return service.isJob() || isNowhere || hasEnded || tasks.stream().anyMatch(Task::isRunning);
  }

  private static Finding scaledAway(Cluster cluster, Service service) {
    return Finding.warning(cluster.subject())
        .word("why", "0 replicas are wanted")
        .because(new ServicesProbe(), service.name() + ": replicas 0")
        .mend(
            Remedy.byHand(
                "scale", CommandLine.of("docker", "service", "scale", service.name() + "=1")));
  }

  private static Finding found(Cluster cluster, Service service, List<Task> tasks) {
    Optional<Task> telling = tasks.stream().min(TELLING);
    String why = telling.map(ServiceHasNoTask::why).orElse("there is no task");
    boolean isOnItsWay =
        telling
            .filter(task -> task.error().isEmpty() && STARTING.contains(task.state()))
            .isPresent();
    Finding finding =
        (isOnItsWay ? Finding.warning(cluster.subject()) : Finding.error(cluster.subject()))
            .word("why", why)
            .because(
                new TasksProbe(service.name()),
                telling.map(ServiceHasNoTask::told).orElse("no tasks"));
    for (String constraint : service.constraints()) {
      finding = finding.because(new ServicesProbe(), "constraint " + constraint);
    }
    for (String constraint :
        why.contains("constraints") ? service.constraints() : List.<String>of()) {
      String remove =
          CommandLine.of(
              "docker", "service", "update", "--constraint-rm", constraint, service.name());
      finding = finding.mend(Remedy.byHand("constraint", remove));
    }
    return finding.mend(
        Remedy.byHand(
            "look", CommandLine.of("docker", "service", "ps", "--no-trunc", service.name())));
  }

  private static String told(Task task) {
    return task.state().equals(why(task)) ? task.state() : task.state() + ", " + why(task);
  }

  private static String why(Task task) {
    return task.error().isEmpty() ? task.message() : task.error();
  }
}
