package dockdiag.probes.host.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The secrets that were met, and the names that must stay readable although somebody chose one of
/// them as a secret.
public final class Secrets {

  /// What stands instead of a secret.
  public static final String MASK = "***";

  private static final int SHORTEST = 4;

  // a diagnosis reads these words; masking them would change what it says
  private static final Set<String> VOCABULARY =
      Set.of(
          ("true false null none yes empty root admin user localhost default bridge host overlay"
                  + " macvlan ipvlan local linux amd64 arm64 docker running exited paused created"
                  + " dead restarting removing healthy unhealthy starting always unless-stopped"
                  + " on-failure enabled disabled private shareable listen close json-file journald"
                  + " mysql mariadb postgres redis nginx httpd bash java python node accept drop"
                  + " return reject forward input output prerouting postrouting masquerade")
              .split(" "));

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /// Remembers a value that stood under a name for secrets.
  ///
  /// Values that are too short, words of the trade, addresses or plain numbers are masked where
  /// they stand, but not looked for elsewhere, since a port or an inode may be the same number.
  public void remember(String value) {
    if (value.length() >= SHORTEST
        && !value.contains(MASK)
        && !value.matches("[0-9.]+|[0-9a-fA-F:]*::[0-9a-fA-F:]*|/[\\w./-]*")
        && !VOCABULARY.contains(value.toLowerCase(Locale.ROOT))) {
      secrets.add(value);
    }
  }

  /// Remembers a name: of a container, a network, an image, a host or a user.
  public void name(String name) {
    names.add(name);
  }

  /// The text without any of the secrets, where they stand as whole words.
  public String sweep(String text) {
    String swept = text;
    for (String form : forms()) {
      if (swept.contains(form)) {
        swept = word(form).matcher(swept).replaceAll(Matcher.quoteReplacement(MASK));
      }
    }
    return swept;
  }

  /// Whether a secret stands in the text.
  public boolean leaks(String text) {
    return forms().stream()
        .anyMatch(form -> text.contains(form) && word(form).matcher(text).find());
  }

  // the longest first: one secret may be part of another
  private List<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    for (String secret : secrets) {
      if (!names.contains(secret)) {
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(markup(secret));
        forms.add(
            markup(secret).replace("'", "&#39;").replace("`", "&#x60;").replace("=", "&#x3D;"));
        forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return forms.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(form -> form))
        .toList();
  }

  /// As XML and HTML have it; templates write more characters so than they must.
  private static String markup(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Pattern word(String form) {
    return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(form) + "(?![A-Za-z0-9_])");
  }
}
