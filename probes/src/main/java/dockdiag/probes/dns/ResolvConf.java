package dockdiag.probes.dns;

import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom to ask for names, and which names to try, resolv.conf(5).
///
/// @param nameservers all that stand there, in order; glibc and musl ask the first three
/// @param search the last such line's, or the one of `domain`
/// @param ndots a name with fewer dots is tried with the search list first
/// @param options as they stand
/// @param external whom the embedded server asks, as engine 25 and later note in a comment; empty
///   where there is no such comment
/// @param defaultsUsed whether the engine noted that it found no server of the host's to use
public record ResolvConf(
    List<Address> nameservers,
    List<String> search,
    int ndots,
    List<String> options,
    List<External> external,
    boolean defaultsUsed) {

  /// A server behind the embedded one.
  ///
  /// @param fromHost whether it is asked from the host's namespace, else from the container's
  public record External(Address address, boolean fromHost) {}

  /// The engine's embedded DNS server in a container's namespace.
  public static final Address EMBEDDED = Address.of("127.0.0.11");

  private static final Pattern EXTERNAL = Pattern.compile("^# ExtServers: \\[(.*)]\\s*$");
  private static final Pattern SERVER = Pattern.compile("(host\\()?([^()\\s]+)\\)?");

  /// Whether the embedded server is asked.
  public boolean isEmbedded() {
    return nameservers.contains(EMBEDDED);
  }

  static ResolvConf read(String text) {
    Reading reading = new Reading();
    text.lines().forEach(reading::line);
    return new ResolvConf(
        List.copyOf(reading.nameservers),
        List.copyOf(reading.search),
        reading.ndots(),
        List.copyOf(reading.options),
        List.copyOf(reading.external),
        reading.defaultsUsed);
  }

  private static final class Reading {
    private final List<Address> nameservers = new ArrayList<>();
    private List<String> search = List.of();
    private final List<String> options = new ArrayList<>();
    private final List<External> external = new ArrayList<>();
    private boolean defaultsUsed;

    void line(String line) {
      if (line.startsWith("#") || line.startsWith(";")) {
        comment(line);
        return;
      }
      List<String> words = List.of(line.strip().split("\\s+"));
      List<String> values = words.subList(1, words.size());
      switch (words.getFirst()) {
        case "nameserver" -> values.stream().limit(1).forEach(this::nameserver);
        case "search" -> search = values;
        case "domain" -> search = values.stream().limit(1).toList();
        case "options" -> options.addAll(values);
        default -> {
          // sortlist, and what resolvers leave aside themselves
        }
      }
    }

    private void comment(String line) {
      defaultsUsed |= line.startsWith("# Used default nameservers");
      Matcher servers = EXTERNAL.matcher(line);
      if (servers.matches()) {
        Matcher server = SERVER.matcher(servers.group(1));
        while (server.find()) {
          boolean fromHost = server.group(1) != null;
          Address.parse(zoneless(server.group(2)))
              .ifPresent(address -> external.add(new External(address, fromHost)));
        }
      }
    }

    private void nameserver(String text) {
      Address.parse(zoneless(text)).ifPresent(nameservers::add);
    }

    private static String zoneless(String text) {
      int zone = text.indexOf('%');
      return zone < 0 ? text : text.substring(0, zone);
    }

    /// 1 unless it is set, and never above 15.
    int ndots() {
      return options.stream()
          .filter(option -> option.matches("ndots:[0-9]{1,4}"))
          .map(option -> Integer.parseInt(option.substring("ndots:".length())))
          .map(dots -> Math.min(dots, 15))
          .reduce(1, (before, after) -> after);
    }
  }
}
