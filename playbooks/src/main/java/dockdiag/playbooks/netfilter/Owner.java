package dockdiag.playbooks.netfilter;

import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.Locale;

/// Whose a chain of rules is, as far as its name or its table's tells.
public enum Owner {
  /// The engine's.
  DOCKER,
  /// The chain that the engine leaves to its users.
  DOCKER_USER,
  /// firewalld's.
  FIREWALLD,
  /// ufw's.
  UFW,
  /// Of Kubernetes or of a network plugin of it.
  KUBERNETES,
  /// A base chain of iptables: everybody's.
  IPTABLES,
  /// Of somebody whom dockdiag does not know.
  OTHER;

  /// firewalld names its tables and, over iptables, its chains after zones and policies
  /// (firewalld.conf(5)); kube-proxy and CNI plugins have prefixes.
  public static Owner of(Table table, String chain) {
    if (table.name().equals("docker-bridges")) {
      return DOCKER;
    }
    if (table.name().equals("firewalld")) {
      return FIREWALLD;
    }
    if (table.name().matches("kube-proxy|cilium.*|calico")) {
      return KUBERNETES;
    }
    if (table.backend() == Backend.NFTABLES) {
      return OTHER;
    }
    return ofIptables(chain);
  }

  private static Owner ofIptables(String chain) {
    if (chain.equals("DOCKER-USER")) {
      return DOCKER_USER;
    }
    if (chain.equals("DOCKER") || chain.startsWith("DOCKER-")) {
      return DOCKER;
    }
    if (chain.matches("ufw6?-.*")) {
      return UFW;
    }
    if (chain.matches("(KUBE|CNI|cali|FLANNEL|CILIUM|WEAVE)[-_].*|cali-.*")) {
      return KUBERNETES;
    }
    if (chain.matches("(FWD|IN|PRE|POST)[IO]?_.*|(FORWARD|INPUT|PREROUTING|POSTROUTING)_.*")) {
      return FIREWALLD;
    }
    return chain.matches("PREROUTING|INPUT|FORWARD|OUTPUT|POSTROUTING") ? IPTABLES : OTHER;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
