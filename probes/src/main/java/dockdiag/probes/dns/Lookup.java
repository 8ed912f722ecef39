package dockdiag.probes.dns;

import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a DNS server answered to one question, asked several times.
public record Lookup(List<Sample> samples) {

  public Lookup {
    samples = List.copyOf(samples);
  }

  /// What came of one time.
  public sealed interface Sample {

    /// An answer, be it a refusal.
    record Answered(long micros, Reply reply) implements Sample {}

    /// Something that is no answer to the question.
    record Garbled(long micros, String what) implements Sample {}

    /// Nothing.
    ///
    /// @param why `silent`, `refused`, `unreachable`, …, as `Request.Query` words it
    record Unanswered(String why) implements Sample {}
  }

  /// An answer, as far as it matters; all of it is untrusted.
  ///
  /// @param code `NOERROR`, `NXDOMAIN`, `SERVFAIL`, `REFUSED`, …
  /// @param truncated whether the server had more to say than a datagram holds
  /// @param addresses of the type that was asked for, in order
  /// @param aliases names that the name stands for, CNAME
  /// @param records how many the answer holds
  public record Reply(
      String code, boolean truncated, List<Address> addresses, List<String> aliases, int records) {

    /// Whether the name exists, as far as this server goes, be it without such a record.
    public boolean isFound() {
      return code.equals("NOERROR");
    }

    /// In a few words.
    @Override
    public String toString() {
      String what =
          addresses.isEmpty()
              ? records == 0 ? "" : ", " + records + " records"
              : " " + String.join(", ", addresses.stream().limit(4).map(Object::toString).toList());
      return code + what + (addresses.size() > 4 ? ", …" : "") + (truncated ? ", truncated" : "");
    }
  }

  /// Whether anything came back that is an answer.
  public boolean isAnswered() {
    return !replies().isEmpty();
  }

  /// Whether some were answered and some were not.
  public boolean isIntermittent() {
    return isAnswered() && answered().size() < samples.size();
  }

  /// The first answer.
  public Optional<Reply> reply() {
    return replies().stream().findFirst();
  }

  private List<Reply> replies() {
    return answered().stream().map(Sample.Answered::reply).toList();
  }

  private List<Sample.Answered> answered() {
    return samples.stream().flatMap(Lookup::answered).toList();
  }

  private static Stream<Sample.Answered> answered(Sample sample) {
    return sample instanceof Sample.Answered one ? Stream.of(one) : Stream.empty();
  }

  /// How long the answers took, shortest first, in microseconds.
  public List<Long> micros() {
    return answered().stream().map(Sample.Answered::micros).sorted().toList();
  }

  /// Why the first that was not answered was not; empty where all were.
  public Optional<String> failure() {
    return samples.stream()
        .flatMap(
            sample ->
                switch (sample) {
                  case Sample.Unanswered(String why) -> Stream.of(why);
                  case Sample.Garbled(_, String what) -> Stream.of(what);
                  case Sample.Answered _ -> Stream.<String>empty();
                })
        .findFirst();
  }

  /// In a few words: `NXDOMAIN, 3 of 3 answered, median 0.4 ms, worst 1.2 ms`, `silent`.
  @Override
  public String toString() {
    List<Long> micros = micros();
    return reply()
        .map(
            reply ->
                "%s, %d of %d answered, median %s ms, worst %s ms"
                    .formatted(
                        reply,
                        micros.size(),
                        samples.size(),
                        millis(micros.get((micros.size() - 1) / 2)),
                        millis(micros.getLast())))
        .orElseGet(() -> failure().orElse("silent") + ", 0 of " + samples.size() + " answered");
  }

  private static String millis(long micros) {
    return "%d.%d".formatted(micros / 1000, micros % 1000 / 100);
  }
}
