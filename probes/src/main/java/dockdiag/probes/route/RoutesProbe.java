package dockdiag.probes.route;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The IPv4 routes of the main table, in the kernel's order.
public record RoutesProbe(Namespace namespace) implements Probe<List<Route>> {

  private static final String FILE = "/proc/net/route";
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\t([0-9A-F]{8})\\t[0-9A-F]{8}(?:\\t\\S+){4}\\t([0-9A-F]{8})\\b.*");

  @Override
  public List<Route> observe(Host host) throws Unobservable {
    List<String> lines =
        host.ask(new Request.ReadFile(namespace, FILE)).body().lines().skip(1).toList();
    for (String line : lines) {
      if (!line.isBlank() && !LINE.matcher(line).matches()) {
        throw Unobservable.notUnderstood(FILE, line);
      }
    }
    return lines.stream().filter(line -> !line.isBlank()).map(RoutesProbe::route).toList();
  }

  @Override
  public String source() {
    return FILE;
  }

  @Override
  public String byHand() {
    return namespace instanceof Namespace.OfContainer(_, int pid)
        ? "nsenter --target " + pid + " --net ip route"
        : "ip route";
  }

  private static Route route(String line) {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      throw new IllegalArgumentException(line);
    }
    int length = Integer.bitCount(Integer.parseUnsignedInt(fields.group(3), 16));
    return new Route(fields.group(1), new Subnet(address(fields.group(2)) + "/" + length));
  }

  /// The number's bytes as a little-endian machine prints them, all of those that engines run on.
  private static String address(String hex) {
    return IntStream.iterate(6, at -> at >= 0, at -> at - 2)
        .mapToObj(at -> Integer.toString(Integer.parseInt(hex.substring(at, at + 2), 16)))
        .collect(Collectors.joining("."));
  }
}
