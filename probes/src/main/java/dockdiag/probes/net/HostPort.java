package dockdiag.probes.net;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom a URL of HTTP names, by its authority as it stands there (RFC 3986, 3.2): `java.net.URI`
/// itself knows no host with an underscore, as many have in networks of Docker's.
///
/// @param host a name, or an address without brackets; empty where the URL has none
/// @param port the scheme's own where the URL has none
public record HostPort(String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:.*@)?(?:\\[([^\\]]*)]|([^:]*))(?::([0-9]{0,5}))?");

  /// Reads it.
  public static HostPort of(URI url) {
    String authority = url.getRawAuthority();
    Matcher matcher = AUTHORITY.matcher(authority == null ? "" : authority);
    int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
    if (!matcher.matches()) {
      return new HostPort("", usual);
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String port = matcher.group(3);
    return new HostPort(
        String.valueOf(name), port == null || port.isEmpty() ? usual : Integer.parseInt(port));
  }

  /// `host:port`, `[::1]:443`.
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
