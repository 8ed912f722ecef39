package dockdiag.playbooks.registry;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.HostPort;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.registry.RegistrySettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The proxy that the engine asks for a URL, as Go reads the settings
/// (golang.org/x/net/http/httpproxy).
///
/// @param scheme of the talk with the proxy itself
/// @param host a name, or an address without brackets
/// @param hasLogin whether the engine shows it a name or a password
record EngineProxy(String scheme, String host, int port, boolean hasLogin) {

  private static final Pattern URL =
      Pattern.compile("(?:(https?)://)?([^/@]*@)?(\\[[^\\]]+]|[^:/\\s]+)(?::(\\d{1,5}))?(?:/.*)?");

  /// The one for that URL; empty where it is asked directly.
  static Optional<EngineProxy> of(RegistrySettings settings, URI url) {
    return Optional.ofNullable(settings.proxies().get(url.getScheme()))
        .filter(proxy -> !isExempt(settings.noProxy(), url))
        .flatMap(EngineProxy::parse);
  }

  /// Reads a proxy's URL; without a scheme, it is `http`.
  static Optional<EngineProxy> parse(String text) {
    Matcher matcher = URL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = Optional.ofNullable(matcher.group(1)).orElse("http");
    int usual = scheme.equals("https") ? 443 : 80;
    int port = Optional.ofNullable(matcher.group(4)).map(Integer::parseInt).orElse(usual);
    String host = String.valueOf(matcher.group(3)).replaceAll("[\\[\\]]", "");
    return Optional.of(new EngineProxy(scheme, host, port, matcher.group(2) != null));
  }

  private static boolean isExempt(String list, URI url) {
    HostPort server = HostPort.of(url);
    String host = server.host().toLowerCase(Locale.ROOT);
    boolean own =
        host.equals("localhost") || Address.parse(host).map(Address::isLoopback).orElse(false);
    return own
        || Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .anyMatch(entry -> covers(entry, host, server.port()));
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    Optional<Address> address = Address.parse(host);
    if (entry.contains("/")) {
      return address.isPresent()
          && Subnet.parse(entry).map(net -> net.contains(address.get())).orElse(false);
    }
    boolean isAddress = Address.parse(entry).isPresent();
    if (!isAddress && entry.matches(".*:[0-9]{1,5}")) {
      String wanted = entry.substring(entry.lastIndexOf(':') + 1);
      return wanted.equals(String.valueOf(port)) && names(HostName.bare(entry), host);
    }
    return names(entry, host);
  }

  /// A dot at its beginning leaves out the domain itself.
  private static boolean names(String entry, String host) {
    String domain = entry.replaceFirst("^\\*\\.", ".");
    return domain.startsWith(".")
        ? host.endsWith(domain)
        : host.equals(domain) || (Address.parse(host).isEmpty() && host.endsWith("." + domain));
  }

  /// As people write it.
  @Override
  public String toString() {
    String where = Address.parse(host).map(one -> one.with(port)).orElse(host + ":" + port);
    return scheme + "://" + where;
  }
}
