package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;

/// The DNAT rule of a published port, alike on all backends.
final class Dnat {

  private Dnat() {}

  /// @param elsewhere the interface that is left out; empty where none is
  static Form form(String chain, PublishedPort binding, Address to, String elsewhere) {
    Address host = binding.hostAddress();
    List<String> options = new ArrayList<>();
    if (!host.isAny()) {
      options.add("-d " + host + suffix(chain, host));
    }
    if (!elsewhere.isEmpty()) {
      options.add(elsewhere);
    }
    String protocol = binding.container().protocol().toString();
    options.add("-p " + protocol);
    options.add("-m " + protocol);
    options.add("--dport " + binding.hostPort());
    options.add("-j DNAT");
    options.add("--to-destination " + to.with(binding.container().number()));
    return new Form.Options(chain, options);
  }

  /// iptables-save writes the length, nft does not.
  private static String suffix(String chain, Address host) {
    return chain.equals("DOCKER") ? (host.isIpv6() ? "/128" : "/32") : "";
  }
}
