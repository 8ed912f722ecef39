package dockdiag.probes.platform;

import java.util.Locale;

/// A part of the kernel that engines or their networks need.
public enum KernelFeature {
  /// Bridge networks.
  BRIDGE("CONFIG_BRIDGE", "bridge"),
  /// The cables between containers and bridges.
  VETH("CONFIG_VETH", "veth"),
  /// The layers of images.
  OVERLAY_FS("CONFIG_OVERLAY_FS", "overlay"),
  /// Published ports and the way to the outside.
  NF_NAT("CONFIG_NF_NAT", "nf_nat"),
  /// The memory of connections, which NAT needs.
  NF_CONNTRACK("CONFIG_NF_CONNTRACK", "nf_conntrack"),
  /// Overlay networks between the nodes of a swarm.
  VXLAN("CONFIG_VXLAN", "vxlan"),
  /// The balancer of a swarm's services.
  IP_VS("CONFIG_IP_VS", "ip_vs");

  private final String symbol;
  private final String module;

  KernelFeature(String symbol, String module) {
    this.symbol = symbol;
    this.module = module;
  }

  /// As the kernel's configuration calls it.
  public String symbol() {
    return symbol;
  }

  /// As modprobe(8) calls it.
  public String module() {
    return module;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
