package dockdiag.playbooks.change;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;

/// A request that a change may let through or stop.
///
/// @param who whose it is and what for, for people: `mysql 3306/tcp from outside`
record Question(String who, ExchangeOf asked) {

  /// To the host's addresses by clients outside and of the host, to the container's own by
  /// containers of networks that it is not on.
  static List<Question> of(
      Flow flow, ContainerSummary container, PublishedPort binding, Facts facts)
      throws Unobservable {
    String whose = flow.container() + " " + binding.container() + " from ";
    List<Question> questions = new ArrayList<>();
    for (Attempt attempt : Attempt.at(binding, flow.client(), facts)) {
      questions.add(new Question(whose + attempt.from(), attempt.question()));
    }
    List<String> own = container.endpoints().stream().map(one -> one.networkId()).toList();
    for (DockerNetwork network : facts.get(new NetworksProbe())) {
      if (!own.contains(network.id())) {
        container.endpoints().stream()
            .flatMap(endpoint -> endpoint.addresses().stream())
            .flatMap(to -> by(network, to, binding.container()).stream())
            .forEach(
                asked -> questions.add(new Question(whose + "network " + network.name(), asked)));
      }
    }
    return questions;
  }

  private static List<ExchangeOf> by(DockerNetwork network, Address to, Port port) {
    return Client.on(network, to).stream()
        .map(client -> new ExchangeOf(client, port.protocol(), to, port.number()))
        .toList();
  }
}
