package dockdiag.probes.host;

import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.redact.Masking;
import dockdiag.probes.host.redact.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Masks secrets in answers, remembers them, and finds them again in what is about to be written.
public final class Redaction {

  /// What a rule of iptables holds of somebody's words, to the end of its line; of many rules the
  /// rest, which holds no secret, is not searched.
  private static final Pattern WORDS =
      Pattern.compile("--(?:comment|log-prefix|nflog-prefix|string|hex-string) [^\\n]*");

  private final Secrets secrets = new Secrets();
  private final Masking masking = new Masking(secrets);

  /// The answer without secrets; what the kernel counts and what sockets it has holds none.
  public Response mask(Request request, Response response) {
    return switch (request) {
      case Request.DumpSockets _,
          Request.CountSets _,
          Request.ReadLinks _,
          Request.ListNames _,
          Request.EnginePeer _,
          Request.ListLogins _,
          Request.Echo _,
          Request.Query _ ->
          response;
      // nft calls a field "key" that names what a rule looks at; rules hold no secrets of their own
      case Request.RunCommand run when run.argv().getFirst().equals("nft") -> swept(response);
      case Request.RunCommand run when run.argv().getFirst().endsWith("-save") ->
          swept(with(response, rules(response.body())));
      // tokens are kept back where they arrive; "Bearer" and "token" are words of the protocol here
      case Request.Fetch _ -> swept(response);
      // the beginning of a program is base64, where a secret would not be seen, and holds none
      case Request.Peek _ when response.body().contains("\nelf: ") -> response;
      case Request.ListProcesses _ -> with(response, commandLines(response.body()));
      case Request.ReadFile file when isOfKernel(file.path()) -> response;
      default -> with(response, text(response.body()));
    };
  }

  /// The failure without secrets: its detail may cite a line of an answer.
  public Unobservable mask(Unobservable failure) {
    return new Unobservable(failure.reason(), text(failure.detail()));
  }

  /// A text without secrets.
  public String text(String text) {
    return masking.mask(text);
  }

  /// A text that is written already, without the secrets that are known.
  public String sweep(String text) {
    return secrets.sweep(text);
  }

  /// The recording without secrets that were only known after an answer was stored.
  public EvidenceBundle sweep(EvidenceBundle bundle) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : bundle.entries().values()) {
      entries.add(
          switch (entry) {
            case Entry.Answered(var name, var request, Response answer) ->
                new Entry.Answered(name, request, swept(answer));
            case Entry.Unanswered(var name, var request, var reason, var detail) ->
                new Entry.Unanswered(name, request, reason, secrets.sweep(detail));
          });
    }
    return EvidenceBundle.of(bundle.header(), entries);
  }

  /// Whether a secret that was masked stands in this text, which must not be written then.
  public boolean leaks(String text) {
    return secrets.leaks(text);
  }

  /// The entry of a bundle that a masked secret stands in, or `manifest.json`; the bundle must not
  /// be written then.
  public Optional<String> leak(EvidenceBundle bundle) {
    for (Entry entry : bundle.entries().values()) {
      if (entry instanceof Entry.Answered answered && leaks(answered.response().body())) {
        return Optional.of(entry.name());
      }
    }
    return leaks(BundleManifest.write(bundle))
        ? Optional.of(BundleManifest.NAME)
        : Optional.empty();
  }

  private Response swept(Response answer) {
    return with(answer, masking.sweep(answer.body()));
  }

  private String rules(String save) {
    return WORDS.matcher(save).replaceAll(words -> Matcher.quoteReplacement(text(words.group())));
  }

  private String commandLines(String processes) {
    return processes
        .lines()
        .map(line -> line.substring(0, line.lastIndexOf('\t') + 1) + commandLine(line) + "\n")
        .collect(Collectors.joining());
  }

  private String commandLine(String process) {
    return text(process.substring(process.lastIndexOf('\t') + 1));
  }

  private static Response with(Response response, String body) {
    return new Response(response.status(), body, response.micros());
  }

  private static boolean isOfKernel(String path) {
    return Stream.of("/proc/net/", "/proc/sys/", "/sys/", "/boot/", "/lib/modules/")
            .anyMatch(path::startsWith)
        || path.equals("/proc/config.gz")
        || path.equals("/proc/cpuinfo");
  }
}
