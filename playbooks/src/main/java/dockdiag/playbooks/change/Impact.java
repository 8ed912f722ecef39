package dockdiag.playbooks.change;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy.Effects;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.Crossing;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What else a change does: for each other published port and each class of clients, containers of
/// other networks among them, and for each other network and the outside, whether requests and
/// answers cross the host before it and after it.
///
/// It looks at no more than a certain number of rules, so that it takes no longer where there are
/// more of both.
final class Impact {

  private static final int MOST_RULES = 2_000_000;
  private static final int MOST_ATTEMPTS = 400;
  private static final int MOST_NAMED = 8;
  private static final int HTTPS = 443;

  private final Set<String> opens = new LinkedHashSet<>();
  private final Set<String> closes = new LinkedHashSet<>();
  private final Crossing before;
  private final Crossing after;

  private Impact(Crossing before, Crossing after) {
    this.before = before;
    this.after = after;
  }

  /// @param asked what the change is for, and is not named
  static Effects of(Scope asked, Facts before, Facts after) {
    try {
      Impact impact = new Impact(Crossing.of(before), Crossing.of(after));
      impact.look(asked, before);
      impact.lookOutwards(asked, before);
      return new Effects(named(impact.opens), named(impact.closes));
    } catch (Unobservable unknown) {
      return Effects.NONE;
    }
  }

  private void look(Scope asked, Facts facts) throws Unobservable {
    List<Question> questions = new ArrayList<>();
    for (ContainerSummary container : facts.get(new ContainersProbe())) {
      for (PublishedPort binding : container.published()) {
        Flow flow = Flow.to(container.name()).at(binding.container());
        if (!isMeant(asked, flow)) {
          questions.addAll(Question.of(flow, container, binding, facts));
        }
      }
    }
    int most = Math.clamp(MOST_RULES / before.rules(), 1, MOST_ATTEMPTS);
    questions.stream().limit(most).forEach(this::compare);
  }

  /// One container of each network stands for the others there.
  private void lookOutwards(Scope asked, Facts facts) throws Unobservable {
    Optional<Client> outside = Client.outside(facts, Optional.empty(), Address.ANY4);
    if (outside.isEmpty() || !(outside.get() instanceof Client.Outside(Address somebody, var _))) {
      return;
    }
    Set<String> meant = meant(asked, facts);
    for (DockerNetwork network : facts.get(new NetworksProbe())) {
      Optional<Client> client =
          network.internal() || meant.contains(network.id()) || !isUsed(network, facts)
              ? Optional.empty()
              : Client.on(network, somebody);
      client.ifPresent(
          one ->
              compare(
                  new Question(
                      network.name() + " to outside",
                      new ExchangeOf(one, Protocol.TCP, somebody, HTTPS))));
    }
  }

  private static boolean isUsed(DockerNetwork network, Facts facts) throws Unobservable {
    return facts.get(new ContainersProbe()).stream()
        .filter(one -> one.status() == Status.RUNNING)
        .flatMap(one -> one.endpoints().stream())
        .anyMatch(endpoint -> endpoint.networkId().equals(network.id()));
  }

  /// The networks of whoever is asked about.
  private static Set<String> meant(Scope asked, Facts facts) throws Unobservable {
    return switch (asked) {
      case Flow flow ->
          facts.get(flow.inspect()).endpoints().stream()
              .map(Endpoint::networkId)
              .collect(Collectors.toSet());
      case Wired wired ->
          wired.networks(facts).stream()
              .map(cables -> cables.network().id())
              .collect(Collectors.toSet());
      default -> Set.of();
    };
  }

  private static boolean isMeant(Scope asked, Flow other) {
    return asked instanceof Flow flow
        && flow.container().equals(other.container())
        && flow.port().equals(other.port());
  }

  private void compare(Question question) {
    Crossing.Result was = before.of(question.asked());
    Crossing.Result is = after.of(question.asked());
    if (was == Crossing.Result.STOPPED && is == Crossing.Result.THROUGH) {
      opens.add(question.who());
    } else if (was == Crossing.Result.THROUGH && is == Crossing.Result.STOPPED) {
      closes.add(question.who());
    }
  }

  private static List<String> named(Set<String> all) {
    List<String> named = new ArrayList<>(all.stream().limit(MOST_NAMED).toList());
    if (all.size() > MOST_NAMED) {
      named.add("+" + (all.size() - MOST_NAMED));
    }
    return named;
  }
}
