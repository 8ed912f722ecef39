package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.outward.PathMtu;
import dockdiag.playbooks.registry.Browser.Errand;
import dockdiag.playbooks.registry.Browser.Reply;
import dockdiag.playbooks.registry.Stop.Why;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.reach.EchoProbe;
import dockdiag.probes.registry.Answer;
import dockdiag.probes.registry.Answer.Step;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What keeps a request from being answered, by experiments that tell it from what looks alike.
final class Hindrance {

  /// The largest packet of an Ethernet.
  private static final int USUAL_MTU = 1500;

  /// What a clock may be wrong by without being blamed.
  private static final Duration TOLERATED = Duration.ofMinutes(1);

  private final Browser browser;
  private final Facts facts;

  Hindrance(Browser browser, Facts facts) {
    this.browser = browser;
    this.facts = facts;
  }

  Stop of(Reply reply) throws Unobservable, Halted {
    return switch (reply.answer().step()) {
      case CONNECT -> reply.proxy().isPresent() ? proxy(reply) : unconnected(reply);
      case PROXY_TLS, PROXY -> proxy(reply);
      case TLS -> withoutTls(reply);
      case CERTIFICATE -> mistrusted(reply);
      case HTTP -> quiet(reply);
      case ANSWERED -> proxy(reply); // which refused to relay
    };
  }

  private static Stop stop(Why why, Reply reply) {
    return new Stop(
        why, reply.url().getAuthority(), reply.answer().outcome(), List.of(reply.seen()));
  }

  /// The proxy's fault; that the registry can be had without it is worth knowing.
  private Stop proxy(Reply reply) throws Unobservable {
    String where = reply.proxy().map(EngineProxy::toString).orElse("");
    Stop stop = new Stop(Why.PROXY, where, reply.answer().outcome(), List.of(reply.seen()));
    try {
      Reply direct = browser.ask(Errand.read(reply.probe().url()), Trust.ANY, Optional.empty());
      return direct.answer().step() == Step.ANSWERED ? stop.seeing(List.of(direct.seen())) : stop;
    } catch (Halted unresolved) {
      return stop; // there, the name does not resolve without the proxy
    }
  }

  private Stop unconnected(Reply reply) {
    boolean silent = reply.answer().outcome().equals("timed-out");
    return stop(silent ? Why.TIMEOUT : Why.UNREACHABLE, reply);
  }

  private Stop withoutTls(Reply reply) throws Unobservable, Halted {
    if (!reply.answer().outcome().equals("plain")) {
      return quiet(reply);
    }
    String url = reply.probe().url().replaceFirst("^https:", "http:");
    URI plain = URI.create(url);
    // without a port, http would mean another one
    String port = plain.getRawAuthority().matches(".*:[0-9]+") ? "" : ":443";
    Reply answered =
        browser.ask(
            Errand.read(url.replace(plain.getAuthority(), plain.getAuthority() + port)),
            Trust.ANY,
            Optional.empty());
    Stop stop = stop(Why.PLAIN_HTTP, reply);
    return answered.answer().step() == Step.ANSWERED
        ? stop.seeing(List.of(answered.seen()))
        : stop(Why.UNREACHABLE, reply);
  }

  /// A client's certificate that the engine has is not shown by dockdiag: it never reads keys.
  private static void refuseKeys(Reply reply) throws Unobservable {
    String outcome = reply.answer().outcome();
    if (outcome.startsWith("alert") && outcome.contains("certificate")) {
      throw new Unobservable(
          Reason.DECLINED,
          reply.url().getAuthority()
              + " wants a client's certificate, which dockdiag does not show");
    }
  }

  private Stop quiet(Reply reply) throws Unobservable {
    refuseKeys(reply);
    if (!reply.answer().outcome().equals("timed-out")) {
      return stop(Why.UNREACHABLE, reply);
    }
    Address address = reply.probe().way().address();
    Optional<EchoProbe> lost = PathMtu.lostOfHost(address, USUAL_MTU, facts);
    return lost.isPresent()
        ? stop(Why.MTU, reply)
            .seeing(
                List.of(
                    Evidence.of(EchoProbe.of(Namespace.HOST, address), "answered"),
                    Evidence.of(lost.get(), "timed-out")))
        : stop(Why.TIMEOUT, reply);
  }

  private Stop mistrusted(Reply reply) throws Unobservable, Halted {
    Answer answer = reply.answer();
    List<Evidence> seen = new ArrayList<>(List.of(reply.seen(), reply.certificate()));
    String how = answer.outcome();
    if (how.equals("expired") || how.equals("not-yet-valid")) {
      Reply told = browser.ask(Errand.read(reply.probe().url()), Trust.ANY, reply.proxy());
      Optional<Instant> date = told.answer().date();
      if (date.isPresent() && isWrong(answer.now(), date.get()) && covers(answer, date.get())) {
        seen.add(Evidence.of(told.probe(), "Date " + date.get() + ", own clock " + answer.now()));
        return new Stop(Why.CLOCK, reply.url().getAuthority(), how, seen);
      }
    }
    return new Stop(Why.UNTRUSTED, reply.url().getAuthority(), how, seen);
  }

  private static boolean isWrong(Instant own, Instant other) {
    return Duration.between(own, other).abs().compareTo(TOLERATED) > 0;
  }

  private static boolean covers(Answer answer, Instant date) throws Unobservable {
    return !date.isBefore(answer.time("from")) && !date.isAfter(answer.time("until"));
  }
}
