package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A guest behind a bridge that the engine knows nothing of, routed and masqueraded by hand, as
/// virtual machines often are.
public final class DockerBreaksVms implements Scenario {

  private static final String GUEST =
      """
      ip link add virbr0 type bridge
      ip addr add 192.168.122.1/24 dev virbr0
      ip link set virbr0 up
      ip netns add guest
      ip link add vnet0 type veth peer name eth0 netns guest
      ip link set vnet0 master virbr0 up
      ip -n guest addr add 192.168.122.7/24 dev eth0
      ip -n guest link set eth0 up
      ip -n guest route add default via 192.168.122.1
      iptables -t nat -A POSTROUTING -s 192.168.122.0/24 -o eth0 -j MASQUERADE
      """;

  @Override
  public String description() {
    return "The engine has FORWARD drop what a virtual machine sends to the outside.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.fromOutside().greet(9000);
    host.shell("set -e\n" + GUEST);
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -I DOCKER-USER -i virbr0 -o eth0 -j ACCEPT");
    host.shell("iptables -I DOCKER-USER -i eth0 -o virbr0 -j ACCEPT");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.TIMED_OUT, host -> host.fromNetwork("guest").tcp(DockerHost.CLIENT, 9000));
  }

  @Override
  public String command() {
    return "firewall";
  }

  @Override
  public String evidence() {
    return "iptables filter FORWARD policy";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("foreign-drop-policy", "ip-forward-disabled");
  }
}
