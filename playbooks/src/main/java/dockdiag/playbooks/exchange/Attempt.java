package dockdiag.playbooks.exchange;

import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Flow;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody's attempt to reach a published port of the host, a container, or the outside.
///
/// @param from the class of clients, as [dockdiag.playbooks.Reach] names it, or a container
public record Attempt(String from, ExchangeOf question) {

  private static final String OUTSIDE = "outside";

  /// The host itself, where it asks or is asked.
  static final String HOST = "host";

  /// Of the one that asks; else from outside and from the host itself, by each address that the
  /// port is published on.
  public static List<Attempt> at(Flow flow, Facts facts) throws Unobservable {
    if (flow.caller().isPresent()) {
      return List.of(by(flow.caller().get(), flow));
    }
    Container container = facts.get(flow.inspect());
    List<Attempt> attempts = new ArrayList<>();
    for (PublishedPort binding : container.published()) {
      if (binding.container().equals(flow.port().orElseThrow())) {
        attempts.addAll(at(binding, flow.client(), facts));
      }
    }
    return List.copyOf(attempts);
  }

  /// The same, by what one binding opens.
  ///
  /// @param from the outside client, where it is known
  public static List<Attempt> at(PublishedPort binding, Optional<Address> from, Facts facts)
      throws Unobservable {
    List<Attempt> attempts = new ArrayList<>();
    for (Entrance entrance : Entrance.of(binding, facts)) {
      attempts.addAll(by(entrance, from, facts));
    }
    return attempts;
  }

  private static Attempt by(Flow.Caller caller, Flow flow) {
    Client client =
        caller.container().<Client>map(Client.InContainer::new).orElseGet(Client.OnHost::new);
    String from = caller.container().orElse(HOST);
    return new Attempt(from, new ExchangeOf(client, caller.to(), flow.port()));
  }

  private static List<Attempt> by(Entrance entrance, Optional<Address> from, Facts facts)
      throws Unobservable {
    Address to = entrance.probe().to();
    Port port = entrance.probe().port();
    List<Attempt> attempts = new ArrayList<>();
    if (entrance.kind() == Entrance.Kind.LOOPBACK) {
      attempts.add(of("host-loopback", new Client.OnHost(), to, port));
    } else {
      Client.outside(facts, from, to)
          .ifPresent(client -> attempts.add(of(OUTSIDE, client, to, port)));
      attempts.add(of("host-address", new Client.OnHost(), to, port));
    }
    return attempts;
  }

  /// Whether the rules let somebody outside through, and stop everybody of the host for certain.
  public static boolean isForOutsideAlone(Flow flow, Facts facts) {
    try {
      boolean outside = false;
      for (Attempt attempt : at(flow, facts)) {
        End end = facts.infer(attempt.question()).end();
        if (!attempt.isFromOutside() && !(end instanceof End.Stopped)) {
          return false;
        }
        outside |= end instanceof End.Answered;
      }
      return outside;
    } catch (Unobservable unknown) {
      return false;
    }
  }

  private static Attempt of(String from, Client client, Address to, Port port) {
    return new Attempt(from, new ExchangeOf(client, port.protocol(), to, port.number()));
  }

  boolean isFromOutside() {
    return from.equals(OUTSIDE);
  }

  /// Who asks, in a word for people.
  public String who() {
    return switch (question.client()) {
      case Client.Outside _ -> OUTSIDE;
      case Client.OnHost _ -> "the host itself";
      case Client.InContainer(String name) -> name;
      case Client.OnBridge(String bridge, Address _) -> "a container on " + bridge;
    };
  }

  /// Whom it asks: `198.51.100.1:8080`.
  public String to() {
    return question.asked();
  }
}
