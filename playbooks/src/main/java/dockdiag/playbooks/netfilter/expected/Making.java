package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import java.util.List;

/// How one backend of the engine writes its rules.
sealed interface Making permits IptablesMaking, NftablesMaking {

  /// What is there whenever the engine runs.
  List<ExpectedRule> frame();

  /// What is there for a network.
  List<ExpectedRule> of(DockerNetwork network);

  /// What is there for a published port.
  ///
  /// @param to the container's addresses, any of which it may lead to
  List<ExpectedRule> of(PublishedPort binding, List<Address> to, List<String> bridges);
}
