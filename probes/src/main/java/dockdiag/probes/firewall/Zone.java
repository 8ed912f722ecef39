package dockdiag.probes.firewall;

import java.util.List;

/// A zone of firewalld as it is at work now, firewall-cmd(1).
///
/// @param target what becomes of packets that none of its rules takes: `default`, `ACCEPT`,
///   `%%REJECT%%`, `DROP`
/// @param interfaces those that were put into it
public record Zone(String name, String target, List<String> interfaces) {
  public Zone {
    interfaces = List.copyOf(interfaces);
  }
}
