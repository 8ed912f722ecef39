package dockdiag.cli.session;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.EventsProbe;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A live host's facts, kept from one question to the next as long as they hold: for half a minute,
/// while nothing happens at the engine and the same process answers there. A rule that somebody
/// else writes meanwhile is no event of the engine's.
public final class Kept {

  private static final Duration STALE = Duration.ofSeconds(30);

  private Optional<Held> held = Optional.empty();

  /// How the host is asked; two questions asked in the same way share what is known.
  private record Manner(LiveOptions options, Secrets secrets) {
    static Manner of(LiveOptions options, Secrets secrets) {
      // the environment is that of the process
      return new Manner(
          new LiveOptions(options.engine(), Map.of(), options.deadline(), options.manner()),
          secrets);
    }
  }

  /// @param peer who answered at the engine's socket
  private record Held(Manner manner, Session session, Instant since, String peer) {}

  /// On what is known already, if it holds; else on a host of which nothing is known yet.
  public synchronized Session session(LiveOptions options, Secrets secrets, List<String> words) {
    Manner manner = Manner.of(options, secrets);
    Held current =
        held.filter(one -> one.manner().equals(manner))
            .filter(one -> holds(one, new LiveHost(options)))
            .orElseGet(() -> anew(manner, options));
    held = Optional.of(current);
    return current.session().asked(words);
  }

  /// The latest facts, whether they hold or not.
  public synchronized Optional<Session> latest() {
    return held.map(Held::session);
  }

  /// How old they are.
  public synchronized Optional<Duration> age() {
    return held.map(one -> Duration.between(one.since(), Instant.now()));
  }

  /// The next question asks anew.
  public synchronized void forget() {
    held = Optional.empty();
  }

  private static Held anew(Manner manner, LiveOptions options) {
    Instant since = Instant.now();
    Session session = Session.live(options, manner.secrets(), List.of());
    return new Held(manner, session, since, peer(new LiveHost(options)));
  }

  private static boolean holds(Held one, Host host) {
    Instant now = Instant.now();
    if (Duration.between(one.since(), now).compareTo(STALE) > 0) {
      return false;
    }
    try {
      return peer(host).equals(one.peer())
          && new EventsProbe(one.since(), now).observe(host).isEmpty();
    } catch (Unobservable unknown) {
      return false;
    }
  }

  /// Another process after the engine's restart, which forgets its events.
  private static String peer(Host host) {
    try {
      return host.ask(new Request.EnginePeer()).body();
    } catch (Unobservable nobody) {
      return "";
    }
  }
}
