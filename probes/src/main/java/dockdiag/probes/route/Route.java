package dockdiag.probes.route;

import dockdiag.probes.net.Subnet;

/// A route of the main table, proc(5).
///
/// @param device the interface by which packets leave
/// @param destination to which addresses; `0.0.0.0/0` of the default route
public record Route(String device, Subnet destination) {

  /// Whether it is for all that no other is for.
  public boolean isDefault() {
    return prefixLength() == 0;
  }

  /// How narrow its destination is; the kernel takes the narrowest route.
  public int prefixLength() {
    String text = destination.text();
    return Integer.parseInt(text.substring(text.indexOf('/') + 1));
  }
}
