package dockdiag.playbooks.outward;

import dockdiag.playbooks.Evidence;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The proxy that a container's environment names, as curl and most others read it: the variable of
/// the scheme in small or capital letters, else that of all; not for those whom `NO_PROXY` lists.
///
/// @param variable that names it
/// @param port the one that is named, else the scheme's
public record WebProxy(String variable, String host, Port port) {

  private static final Pattern URL =
      Pattern.compile(
          "(?:([a-z0-9]+)://)?(?:[^/@]*@)?(\\[[^\\]]+]|[^:/\\s]+)(?::(\\d{1,5}))?(?:/.*)?");

  /// What other schemes are proxied at (curl(1), `--proxy`).
  private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

  private static final int OTHER = 1080;

  private static final List<String> HTTPS = List.of("https_proxy", "all_proxy");
  private static final List<String> HTTP = List.of("http_proxy", "all_proxy");
  private static final List<String> ANY = List.of("https_proxy", "http_proxy", "all_proxy");

  /// The one that the container's programs ask for that target; empty: they ask it directly.
  public static Optional<WebProxy> of(Container container, Optional<Egress.Whom> whom) {
    Map<String, String> env = container.config().env();
    if (whom.filter(one -> isExempt(one.host(), env)).isPresent()) {
      return Optional.empty();
    }
    List<String> names =
        switch (whom.flatMap(Egress.Whom::port).map(Port::number).orElse(0)) {
          case 443 -> HTTPS;
          case 80 -> HTTP;
          default -> ANY;
        };
    return names.stream()
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
        .flatMap(name -> parse(name, env.getOrDefault(name, "").strip()).stream())
        .findFirst();
  }

  private static Optional<WebProxy> parse(String variable, String url) {
    Matcher matcher = URL.matcher(url.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = Optional.ofNullable(matcher.group(1)).orElse("http");
    String host = String.valueOf(matcher.group(2)).replaceAll("[\\[\\]]", "");
    int usual = PORTS.getOrDefault(scheme, OTHER);
    return Optional.ofNullable(matcher.group(3))
        .map(Port::parse)
        .orElse(Optional.of(new Port(usual, Protocol.TCP)))
        .map(port -> new WebProxy(variable, host, port));
  }

  /// By name, by a domain that it is in, or by a subnet.
  private static boolean isExempt(String host, Map<String, String> env) {
    String list = env.getOrDefault("no_proxy", env.getOrDefault("NO_PROXY", ""));
    return Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .filter(one -> !one.isEmpty())
        .anyMatch(one -> one.equals("*") || names(one, host.toLowerCase(Locale.ROOT)));
  }

  private static boolean names(String entry, String host) {
    Optional<Address> address = Address.parse(host);
    Optional<Subnet> subnet = entry.contains("/") ? Subnet.parse(entry) : Optional.empty();
    if (address.isPresent() && subnet.isPresent()) {
      return subnet.get().contains(address.get());
    }
    String domain = entry.replaceFirst("^\\*?\\.", "");
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /// Whether it means the container itself.
  public boolean isLoopback() {
    return host.equals("localhost") || Address.parse(host).map(Address::isLoopback).orElse(false);
  }

  /// Where it is: `proxy.corp:3128`, without what stands before an at sign.
  public String where() {
    return Address.parse(host)
        .map(one -> one.with(port.number()))
        .orElse(host + ":" + port.number());
  }

  /// That the container's environment says so.
  public Evidence named(ContainerProbe inspect) {
    return Evidence.of(inspect, "Config.Env " + variable + " " + where());
  }
}
