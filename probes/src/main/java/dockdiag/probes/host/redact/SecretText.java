package dockdiag.probes.host.redact;

import static dockdiag.probes.host.redact.Secrets.MASK;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks secrets in free text: logs, command lines, configuration, error messages.
final class SecretText {

  /// What every secret has near it that its surroundings give away: a text without any of this has
  /// none, and is not searched for each of their shapes.
  private static final Pattern HINT =
      Pattern.compile(
          "@|pass|pwd|pw|secret|token|key|private|credential|auth|dsn|cookie|session|signature"
              + "|salt|bearer|akia|asia|gh[pousr]_|_pat_|glpat-|xox|sk[-_]|npm_|swm|hvs\\.|aiza|eyj"
              + "|mysql|mariadb|redis-cli|mongo|docker login|ldap|curl|wget");

  // what parts one pair from the next, or closes a bracket around it, is no part of a value
  private static final String VALUE =
      "(?<value>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'"
          + "|(?:(?![,;&|]\\s|[,;&][\\w.-]+[=:]|[)\\]},;]+(?:\\s|$))[^\\s\"'\\x00])+)";

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN ([A-Z ]*)PRIVATE KEY-----.*?(-----END \\1PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);

  private static final Pattern KNOWN_TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9])((AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}"
              + "|github_pat_[A-Za-z0-9_]{20,}|glpat-[\\w-]{16,}|xox[abprs]-[\\w-]{10,}"
              + "|sk[-_](live|test|proj|ant)[-_][\\w-]{10,}|npm_[A-Za-z0-9]{30,}|dckr_pat_[\\w-]{16,}"
              + "|SWMTKN-1-[\\w-]{20,}|SWMKEY-1-[\\w+/-]{20,}|hvs\\.[\\w-]{20,}|AIza[\\w-]{30,}"
              + "|eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*)");

  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?(?:[a-z]+\\h+)?+|x-registry-auth:\\s*"
              + "|(?:set-)?cookie:\\s*|\\bbearer\\s+)(?<value>[^\\s\"',]{4,})");

  // a digest behind the at sign names an image, and no host
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?:[^\\s/@:\\[\"'<>]*:(?![0-9]+/)"
              + "(?<value>[^\\s/\"'<>]+|[^\\s@\"'<>]+)|[^\\s/@:\"'<>]+)@(?!sha256:)");

  private static final Pattern LOGIN =
      Pattern.compile(
          "(?<![\\w/.-])(?<user>[\\w.-]+):(?<value>[^\\s:@/\"'=]+)(?=@(?!sha256:)[\\w.(\\[])");

  private static final Pattern PAIR =
      Pattern.compile("(?<key>[\\w.-]{1,80})(?<between>[\"']?\\h*(?:=>|[=:])\\h*)" + VALUE);

  private static final Pattern OPTION =
      Pattern.compile("(?<![\\w-])(?<key>--?[A-Za-z][\\w.-]*)(?<between>\\h+)(?!-)" + VALUE);

  private static final Pattern MYSQL =
      Pattern.compile(
          "((?:mysql|mariadb)[\\w-]*(?:\\h+[^\\s|;&]+)*?\\h+-p)"
              + "(?<value>'[^']*'|\"[^\"]*\"|[^\\s'\"]+)");

  private static final Pattern SHORT_OPTION =
      Pattern.compile(
          "((?:redis-cli\\b[^|;&\\n]*?\\h-a|(?:sshpass|mongo\\w*|docker login)\\b[^|;&\\n]*?\\h-p"
              + "|ldap\\w+\\b[^|;&\\n]*?\\h-w)\\h*)"
              + VALUE);

  private static final Pattern CURL_USER =
      Pattern.compile(
          "((?:curl|wget)\\b[^|;&\\n]*?\\h(?:-u|--user)[\\h=]*[\"']?[^\\s:\"']+:)"
              + "(?<value>[^\\s\"']+)");

  private static final Pattern FIRST_PASSWORD =
      Pattern.compile(
          "((?i:temporary|initial|generated)[^\\n]{0,40}password[^\\n:]{0,60}:\\h*)" + VALUE);

  private static final List<String> NO_VALUE =
      List.of(
          "yes", "no", "true", "false", "null", "none", "on", "off", "tcp", "udp", "icmp", MASK);

  private final Secrets secrets;

  SecretText(Secrets secrets) {
    this.secrets = secrets;
  }

  /// The text with every secret masked that its surroundings give away.
  String mask(String text) {
    return HINT.matcher(text.toLowerCase(Locale.ROOT)).find() ? masked(text) : text;
  }

  private String masked(String text) {
    String masked =
        PEM.matcher(text).replaceAll("-----PRIVATE KEY " + Matcher.quoteReplacement(MASK));
    masked = replace(KNOWN_TOKEN, masked, this::whole);
    masked = replace(HEADER, masked, this::tail);
    masked = replace(URL, masked, this::url);
    masked = replace(LOGIN, masked, this::login);
    for (Pattern certain : List.of(FIRST_PASSWORD, MYSQL, SHORT_OPTION, CURL_USER)) {
      masked = replace(certain, masked, this::certain);
    }
    masked = replace(OPTION, masked, this::option);
    return replace(PAIR, masked, this::pair);
  }

  private String whole(MatchResult token) {
    secrets.remember(token.group());
    return MASK;
  }

  private String tail(MatchResult match) {
    rememberIfStrong(value(match));
    return masked(match, match.group(1));
  }

  private String certain(MatchResult match) {
    secrets.remember(value(match));
    return masked(match, match.group(1));
  }

  private String login(MatchResult login) {
    rememberIfStrong(value(login));
    return masked(login, login.group("user") + ":");
  }

  private String url(MatchResult url) {
    if (url.group("value") != null) {
      secrets.remember(url.group("value"));
    }
    return url.group("scheme") + MASK + "@";
  }

  private String option(MatchResult option) {
    if (!SecretKeys.isSecret(option.group("key"))) {
      return option.group();
    }
    secrets.remember(value(option));
    return masked(option, option.group("key") + option.group("between"));
  }

  private String pair(MatchResult pair) {
    if (!SecretKeys.isSecret(pair.group("key"))) {
      return pair.group();
    }
    if (pair.group("key").startsWith("-")) {
      return option(pair);
    }
    rememberIfStrong(value(pair));
    return masked(pair, pair.group("key") + pair.group("between"));
  }

  private static String masked(MatchResult match, String before) {
    String bare = value(match);
    boolean tellsNothing = bare.isEmpty() || NO_VALUE.contains(bare.toLowerCase(Locale.ROOT));
    return tellsNothing ? match.group() : before + match.group("value").replace(bare, MASK);
  }

  // a word of prose behind "token:" is none; what mixes kinds of characters is
  private void rememberIfStrong(String value) {
    boolean mixed = value.matches("(?s).*[0-9].*") && value.matches("(?s).*[A-Za-z].*");
    if (value.length() >= 8 && mixed) {
      secrets.remember(value);
    }
  }

  private static String value(MatchResult match) {
    return unquoted(match.group("value"));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 2
            && "\"'".indexOf(value.charAt(0)) >= 0
            && value.endsWith(value.substring(0, 1));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String replace(
      Pattern shape, String text, Function<MatchResult, String> replacement) {
    return shape
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
  }
}
