package dockdiag.testenv.scenario.docker;

import com.github.dockerjava.api.model.Network;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Map;

/// On macvlan the container has an address of its own beside the host's.
public final class MacvlanIgnoresPublish implements BrokenWebsite {

  @Override
  public String description() {
    return "web is on a macvlan network; its user asks the host's address.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.docker()
        .createNetworkCmd()
        .withName("lan")
        .withDriver("macvlan")
        .withOptions(Map.of("parent", "eth0"))
        .withIpam(
            new Network.Ipam()
                .withConfig(
                    new Network.Ipam.Config()
                        .withSubnet("198.51.100.0/24")
                        .withIpRange("198.51.100.64/28")))
        .exec();
    Website.web(host).network("lan").serve(8080);
  }

  @Override
  public String evidence() {
    return "driver macvlan, parent eth0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("internal-network-not-published", "port-not-published");
  }
}
