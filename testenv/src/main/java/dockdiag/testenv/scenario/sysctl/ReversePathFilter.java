package dockdiag.testenv.scenario.sysctl;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The host has two uplinks; the client's requests come in by one, and its answers would leave
/// by the other.
public final class ReversePathFilter implements BrokenWebsite {

  @Override
  public String description() {
    return "Requests come in by eth0, the route back leads by eth1, and rp_filter is strict.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    // A strict filter leaves the client's question for the host's Ethernet address unanswered too.
    String mac = host.shell("cat /sys/class/net/eth0/address").strip();
    host.shell(
        "ip link add link eth0 name eth1 type macvlan mode bridge; ip link set eth1 up;"
            + " echo 1 > /proc/sys/net/ipv4/conf/eth1/arp_ignore;"
            + " ip route add 203.0.113.0/24 dev eth1;"
            + " echo 1 > /proc/sys/net/ipv4/conf/eth0/rp_filter");
    host.outside("ip", "address", "add", "203.0.113.7/32", "dev", "eth0").run().text();
    host.outside(
            "ip",
            "neigh",
            "replace",
            DockerHost.ADDRESS,
            "lladdr",
            mac,
            "dev",
            "eth0",
            "nud",
            "permanent")
        .run()
        .text();
    host.outside("ip", "route", "replace", "198.51.100.0/24", "dev", "eth0", "src", "203.0.113.7")
        .run()
        .text();
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "ports web --from 203.0.113.7";
  }

  @Override
  public String evidence() {
    return "net.ipv4.conf.eth0.rp_filter = 1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped", "interface-forwarding-off");
  }
}
