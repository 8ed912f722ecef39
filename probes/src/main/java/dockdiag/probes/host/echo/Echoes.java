package dockdiag.probes.host.echo;

import dockdiag.probes.Request.Echo;
import dockdiag.probes.Request.Fragments;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.kernel.Failure;
import dockdiag.probes.host.kernel.Place;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Real echo requests, in the words of `Request.Echo`.
public final class Echoes {

  private static final int REQUESTS = 2;
  private static final int SEED = 12;
  private static final SecureRandom CHANCE = new SecureRandom();

  private static final int EPERM = 1;
  private static final int EACCES = 13;
  private static final int EINVAL = 22; // a blackhole route (ip-route(8))
  private static final int EMSGSIZE = 90;
  private static final int EADDRNOTAVAIL = 99;
  private static final int ENETUNREACH = 101;
  private static final int EHOSTUNREACH = 113;

  private final Echo request;
  private final EchoSocket socket;
  private final List<Sent> sent = new ArrayList<>();

  private Echoes(Echo request, EchoSocket socket) {
    this.request = request;
    this.socket = socket;
  }

  /// Sends from this thread, which must be an `OwnThread`, and waits no longer than told.
  public static String ask(Place place, Echo request, Duration patience) throws Unobservable {
    place.enter();
    try (EchoSocket socket = EchoSocket.open(request.address())) {
      int errno = socket.connect(request.fragments() == Fragments.FORBIDDEN);
      Echoes echoes = new Echoes(request, socket);
      return errno == 0 ? echoes.exchange(patience.toNanos()) : echoes.local(errno);
    }
  }

  // a second request, so that one that is lost proves nothing
  private String exchange(long patience) throws Unobservable {
    long start = System.nanoTime();
    for (int i = 1; i <= REQUESTS; i++) {
      byte[] seed = new byte[SEED];
      CHANCE.nextBytes(seed);
      var message = new EchoMessage(request.address().isIpv6(), seed, request.bytes());
      sent.add(new Sent(message, System.nanoTime()));
      int errno = socket.send(message);
      Optional<String> end =
          errno == 0 ? await(start + patience * i / REQUESTS) : Optional.of(failed(errno));
      if (end.isPresent()) {
        return end.get();
      }
    }
    return "outcome: timed-out\n";
  }

  private Optional<String> await(long until) throws Unobservable {
    long micros = TimeUnit.NANOSECONDS.toMicros(until - System.nanoTime());
    while (micros > 0) {
      int errno = socket.receive(micros);
      Optional<String> end =
          switch (errno) {
            case 0 -> answered();
            case EchoSocket.EAGAIN, EchoSocket.EINTR -> Optional.empty();
            default -> reported();
          };
      if (end.isPresent()) {
        return end;
      }
      micros = TimeUnit.NANOSECONDS.toMicros(until - System.nanoTime());
    }
    return Optional.empty();
  }

  private Optional<String> answered() {
    long now = System.nanoTime();
    for (Sent one : sent) {
      if (one.message().isAnsweredBy(socket.message())) {
        long micros = TimeUnit.NANOSECONDS.toMicros(now - one.at());
        return Optional.of("outcome: answered\nmicros: " + micros + "\n");
      }
    }
    return Optional.empty();
  }

  private String failed(int errno) throws Unobservable {
    Optional<String> reported = reported();
    return reported.isPresent() ? reported.get() : local(errno);
  }

  /// What the error queue says of what was sent.
  private Optional<String> reported() {
    Optional<QueuedError> error = QueuedError.take(socket.descriptor());
    while (error.isPresent()) {
      QueuedError one = error.get();
      if (one.origin() == QueuedError.LOCAL
          || sent.stream().anyMatch(each -> each.message().isCitedBy(one.packet()))) {
        Optional<String> told = new IcmpError(one).text();
        if (told.isPresent()) {
          return told;
        }
      }
      error = QueuedError.take(socket.descriptor());
    }
    return Optional.empty();
  }

  private String local(int errno) throws Unobservable {
    // of a link-local address it means that an interface has to be named
    if (errno == EINVAL && !request.address().value().isLinkLocalAddress()) {
      return "outcome: no-route\n";
    }
    String outcome =
        switch (errno) {
          case ENETUNREACH, EHOSTUNREACH -> "no-route";
          case EADDRNOTAVAIL -> "no-address";
          case EPERM, EACCES -> "forbidden";
          case EMSGSIZE -> "too-big";
          default -> throw Failure.of(errno, "echo to " + request.address());
        };
    return "outcome: " + outcome + "\n";
  }

  /// A request that left.
  ///
  /// @param at System.nanoTime
  private record Sent(EchoMessage message, long at) {}
}
