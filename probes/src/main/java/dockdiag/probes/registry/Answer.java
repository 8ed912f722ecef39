package dockdiag.probes.registry;

import dockdiag.probes.Unobservable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came of one request to a registry, step by step; whatever the server says is untrusted.
///
/// @param steps the lines of `Request.Fetch`, by their keys
/// @param status HTTP's; 0 without an answer
public record Answer(Map<String, String> steps, int status, String body) {

  /// How far it came.
  public enum Step {
    /// There is no connection.
    CONNECT,
    /// There is no TLS with the proxy.
    PROXY_TLS,
    /// The proxy gives no way.
    PROXY,
    /// There is no TLS with the server.
    TLS,
    /// The server's certificate will not do.
    CERTIFICATE,
    /// There is no answer.
    HTTP,
    /// There is one.
    ANSWERED
  }

  public Answer {
    steps = Map.copyOf(steps);
  }

  /// Reads it.
  static Answer read(String text, String source) throws Unobservable {
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text : text.substring(0, blank);
    Map<String, String> steps = new LinkedHashMap<>();
    for (String line : head.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon < 0 && !line.endsWith(":")) {
        throw Unobservable.notUnderstood(source, line);
      }
      String key = colon < 0 ? line.substring(0, line.length() - 1) : line.substring(0, colon);
      steps.put(key, colon < 0 ? "" : line.substring(colon + 2));
    }
    if (!steps.containsKey("connect") || !steps.containsKey("now")) {
      throw Unobservable.notUnderstood(source, head);
    }
    String status = steps.getOrDefault("status", "0");
    if (!status.matches("[0-9]{1,3}")) {
      throw Unobservable.notUnderstood(source, status);
    }
    return new Answer(steps, Integer.parseInt(status), blank < 0 ? "" : text.substring(blank + 2));
  }

  /// Where it ended.
  public Step step() {
    if (step("http").equals("answered")) {
      return Step.ANSWERED;
    }
    if (steps.containsKey("http")) {
      return Step.HTTP;
    }
    if (steps.containsKey("certificate")) {
      return Step.CERTIFICATE;
    }
    if (steps.containsKey("tls")) {
      return Step.TLS;
    }
    if (steps.containsKey("proxy")) {
      return Step.PROXY;
    }
    return steps.containsKey("proxy-tls") ? Step.PROXY_TLS : Step.CONNECT;
  }

  /// The word of that line; empty where there is no such line.
  public String step(String key) {
    return steps.getOrDefault(key, "");
  }

  /// How the step that it ended at ended: `refused`, `timed-out`, `unknown-authority`, `404`.
  public String outcome() {
    Step step = step();
    return step == Step.ANSWERED
        ? String.valueOf(status)
        : step(step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// The host's clock at that time.
  public Instant now() throws Unobservable {
    return time("now");
  }

  /// A time that the server or its certificate tells, `from`, `until`.
  ///
  /// @throws Unobservable where it makes no sense
  public Instant time(String key) throws Unobservable {
    try {
      return Instant.parse(step(key));
    } catch (DateTimeException strange) {
      throw Unobservable.notUnderstood(key, step(key));
    }
  }

  /// The server's clock; empty where it does not tell.
  public Optional<Instant> date() {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(step("date"))));
    } catch (DateTimeException untold) {
      return Optional.empty();
    }
  }

  /// In a few words: `connect refused`, `certificate expired`, `HTTP 404`.
  @Override
  public String toString() {
    Step step = step();
    return step == Step.ANSWERED
        ? "HTTP " + status
        : step.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + outcome();
  }
}
