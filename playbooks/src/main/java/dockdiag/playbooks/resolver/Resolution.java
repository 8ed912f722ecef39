package dockdiag.playbooks.resolver;

import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of asking for a name as a program does: one full name after the other, until one has
/// an address.
///
/// @param names the full names that the search list makes of it, in the order in which glibc tries
///   them
/// @param tries what was asked, up to the first that has an address
public record Resolution(List<String> names, List<Try> tries) {

  public Resolution {
    names = List.copyOf(names);
    tries = List.copyOf(tries);
  }

  /// One question, and the answer that counts: the first server's, the next one's where that gave
  /// none, failed or refused.
  public record Asked(LookupProbe probe, Lookup lookup) {

    public List<Address> addresses() {
      return lookup.reply().map(Lookup.Reply::addresses).orElse(List.of());
    }

    public boolean is(String code) {
      return lookup.reply().map(Lookup.Reply::code).equals(Optional.of(code));
    }

    /// Whether the server knew, be it that there is no such name.
    public boolean isDecided() {
      return !isCut() && (is("NOERROR") || is("NXDOMAIN"));
    }

    /// Whether the answer was too large, and could not be had by TCP either.
    public boolean isCut() {
      return lookup.reply().map(Lookup.Reply::truncated).orElse(false);
    }
  }

  /// One full name, asked for its IPv4 and its IPv6 addresses.
  public record Try(String name, Asked ipv4, Asked ipv6) {

    public List<Address> addresses() {
      List<Address> both = new ArrayList<>(ipv4.addresses());
      both.addAll(ipv6.addresses());
      return both;
    }

    public boolean isFound() {
      return !addresses().isEmpty();
    }

    /// A server that works says that there is no such name, or no address of it.
    public boolean isDenied() {
      return !isFound() && ipv4.isDecided() && ipv6.isDecided();
    }
  }

  /// The first name that has an address.
  public Optional<Try> found() {
    return tries.stream().filter(Try::isFound).findFirst();
  }

  /// Those of that name.
  public List<Address> addresses() {
    return found().map(Try::addresses).orElse(List.of());
  }

  /// Whether servers that work know of none.
  public boolean isDenied() {
    return found().isEmpty() && tries.stream().allMatch(Try::isDenied);
  }
}
