package dockdiag.probes.host.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server wants before it answers, of `WWW-Authenticate` (RFC 9110, 11.6.1).
///
/// @param scheme `basic`, `bearer`, …
/// @param realm of `bearer` the URL of whoever gives tokens (distribution's token specification)
/// @param service for whom a token is to be
record Challenge(String scheme, String realm, String service) {

  private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z-]{1,20})(?:\\s|$)");

  /// The first that the header names; empty where it is no challenge.
  static Optional<Challenge> of(String header) {
    Matcher scheme = SCHEME.matcher(header);
    return scheme.lookingAt()
        ? Optional.of(
            new Challenge(
                scheme.group(1).toLowerCase(Locale.ROOT),
                parameter(header, "realm"),
                parameter(header, "service")))
        : Optional.empty();
  }

  private static String parameter(String header, String name) {
    Matcher value =
        Pattern.compile("(?i)[\\s,]" + name + "=(?:\"([^\"]*)\"|([^\\s,\"]+))").matcher(header);
    if (!value.find()) {
      return "";
    }
    return Optional.ofNullable(value.group(1)).orElse(String.valueOf(value.group(2)));
  }
}
