package dockdiag.probes.machine;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The addresses of a network namespace: IPv4 of `fib_trie`'s local table, then IPv6 of
/// `if_inet6`, loopback and link-local ones too.
public record AddressesProbe(Namespace namespace) implements Probe<List<Address>> {

  private static final String LEAF = "|-- ";

  @Override
  public List<Address> observe(Host host) throws Unobservable {
    Set<Address> addresses = new LinkedHashSet<>();
    readIpv4(read(host, "/proc/net/fib_trie"), addresses);
    for (String line : read(host, "/proc/net/if_inet6").lines().toList()) {
      addresses.add(ipv6(line));
    }
    return List.copyOf(addresses);
  }

  @Override
  public String source() {
    return "/proc/net/{fib_trie,if_inet6}";
  }

  @Override
  public String byHand() {
    return namespace instanceof Namespace.OfContainer(_, int pid)
        ? "nsenter --target " + pid + " --net ip address"
        : "ip address";
  }

  /// Both are absent where the kernel has no such family.
  private String read(Host host, String path) throws Unobservable {
    try {
      return host.ask(new Request.ReadFile(namespace, path)).body();
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return "";
      }
      throw absent;
    }
  }

  private static void readIpv4(String trie, Set<Address> addresses) throws Unobservable {
    String leaf = "";
    for (String line : trie.lines().map(String::strip).toList()) {
      if (line.startsWith(LEAF)) {
        leaf = line.substring(LEAF.length());
      } else if (line.equals("/32 host LOCAL")) {
        addresses.add(understood(leaf, leaf));
      } else if (!line.matches("(/\\d+ .*|\\+-- .*|[A-Z][a-z]+:|Id \\d+:|)")) {
        throw Unobservable.notUnderstood("fib_trie", line);
      }
    }
  }

  private static Address ipv6(String line) throws Unobservable {
    String digits = line.strip().split("\\s+", 2)[0];
    if (!digits.matches("[0-9a-f]{32}")) {
      throw Unobservable.notUnderstood("if_inet6", line);
    }
    return understood(digits.replaceAll("(.{4})(?!$)", "$1:"), line);
  }

  private static Address understood(String literal, String line) throws Unobservable {
    return Address.parse(literal).orElseThrow(() -> Unobservable.notUnderstood("addresses", line));
  }
}
