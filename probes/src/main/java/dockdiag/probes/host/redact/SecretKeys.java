package dockdiag.probes.host.redact;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Which names stand for secrets, and which variables are known to hold none.
final class SecretKeys {

  private static final Pattern SECRET =
      Pattern.compile(
          "PASSWORD|PASSWD|PASSPHRASE|PASSIN|PASSOUT|(?<![A-Z])(PASS|PWD|PW)(?![A-Z])|(PASS|PWD)$"
              + "|SECRET|TOKEN|API.?KEY|ACCESS.?KEY|KEY$|KEY.?ID$|PRIVATE|CREDENTIAL"
              + "|(?<![A-Z])AUTH(?![A-Z])|AUTH$|DSN|COOKIE|SESSION.?ID|SIGNATURE|SALT$");

  private static final Pattern NO_SECRET =
      Pattern.compile(
          "^(OLD)?PWD$|FILE$|PATH$|DIR$|PUBLIC|BYPASS|COMPASS|TOKENIZER|MONKEY|SANDBOX.?KEY|PLUGIN"
              + "|SECRET.?(NAME|ID)$|AUTH.?(METHOD|MODE|TYPE)$");

  private static final Pattern HARMLESS_VARIABLE =
      Pattern.compile(
          "PATH|LANG|LANGUAGE|LC_[A-Z]+|TZ|HOME|HOSTNAME|TERM|PWD|SHLVL|PORT|HOST|(.*_)?PROXY"
              + "|.*_(VERSION|HOST|PORT|ADDR|ADDRESS|BIND|LISTEN|FILE|DIR)"
              + "|(.*_)?(BIND|LISTEN)(_.*)?");

  /// The engine's answers have the same few hundred names again and again.
  private static final Map<String, Boolean> JUDGED = new ConcurrentHashMap<>();

  private static final int MOST = 4096;

  private SecretKeys() {}

  /// Whether what stands under this name is a secret.
  static boolean isSecret(String key) {
    return JUDGED.size() < MOST ? JUDGED.computeIfAbsent(key, SecretKeys::judged) : judged(key);
  }

  private static boolean judged(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    return SECRET.matcher(upper).find() && !NO_SECRET.matcher(upper).find();
  }

  /// Whether an environment variable of this name may be shown.
  static boolean isHarmless(String variable) {
    String upper = variable.toUpperCase(Locale.ROOT);
    return HARMLESS_VARIABLE.matcher(upper).matches() && !isSecret(variable);
  }
}
