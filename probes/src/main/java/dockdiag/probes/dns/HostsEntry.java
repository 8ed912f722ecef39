package dockdiag.probes.dns;

import dockdiag.probes.net.Address;
import java.util.List;

/// A line of `/etc/hosts`.
///
/// @param names the first is the canonical one
public record HostsEntry(Address address, List<String> names) {

  /// Whether it is about that name; upper and lower case are the same.
  public boolean isFor(String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  @Override
  public String toString() {
    return address + " " + String.join(" ", names);
  }
}
