package dockdiag.playbooks.reach;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server says first to a client that it turns away.
///
/// @param server what kind of server it is
/// @param code as the protocol names it
/// @param text the server's own words, untrusted
record Refusal(String server, String code, String text) {

  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");

  /// 1040 ER_CON_COUNT_ERROR, 1129 ER_HOST_IS_BLOCKED, 1130 ER_HOST_NOT_PRIVILEGED (MariaDB's
  /// errmsg); others are no answer to the mere connection.
  private static final Set<Integer> MYSQL_CODES = Set.of(1040, 1129, 1130);

  /// Length (3 bytes), sequence number, 0xff, code (2 bytes): an ERR packet of MySQL's protocol.
  private static final int MYSQL_HEAD = 7;

  /// No more than this of it is kept.
  private static final int MOST = 256;

  private static final String REDIS = "-DENIED ";

  /// Empty where it is none: silence, a greeting, or a protocol that is not known here.
  ///
  /// @param received printable ASCII as it stands, all else as `\xNN`
  static Optional<Refusal> in(String received) {
    String octets = octets(received);
    return mysql(octets).or(() -> redis(octets));
  }

  private static Optional<Refusal> mysql(String octets) {
    if (octets.length() < MYSQL_HEAD || octets.charAt(3) != 0 || octets.charAt(4) != 0xff) {
      return Optional.empty();
    }
    int length = octets.charAt(0) + (octets.charAt(1) << 8) + (octets.charAt(2) << 16);
    int code = octets.charAt(5) + (octets.charAt(6) << 8);
    boolean fits = length + 4 == octets.length() || octets.length() >= MOST;
    return fits && MYSQL_CODES.contains(code)
        ? Optional.of(
            new Refusal("MySQL or MariaDB", Integer.toString(code), text(octets, MYSQL_HEAD)))
        : Optional.empty();
  }

  private static Optional<Refusal> redis(String octets) {
    return octets.startsWith(REDIS)
        ? Optional.of(new Refusal("Redis", "DENIED", text(octets, REDIS.length())))
        : Optional.empty();
  }

  private static String text(String octets, int from) {
    String line = octets.substring(from).lines().findFirst().orElse("");
    int sentence = line.indexOf(". ");
    return sentence < 0 ? line : line.substring(0, sentence + 1);
  }

  /// A character for each byte.
  private static String octets(String received) {
    return ESCAPE
        .matcher(received)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
