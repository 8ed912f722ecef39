package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import dockdiag.probes.Facts;
import dockdiag.probes.Request.Credential;
import dockdiag.probes.Request.Purpose;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Request.Way;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.HostPort;
import dockdiag.probes.registry.Answer;
import dockdiag.probes.registry.Answer.Step;
import dockdiag.probes.registry.FetchProbe;
import dockdiag.probes.registry.RegistrySettings;
import dockdiag.probes.registry.RegistrySettingsProbe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Asks as the engine does: by its proxy or directly, at one address after the other, led on by
/// redirects.
final class Browser {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  /// As many as Go (net/http).
  private static final int MOST_REDIRECTS = 10;
  private static final int MOST_ADDRESSES = 3;
  private static final int PROXY_LOGIN = 407;

  private final Source source;
  private final Facts facts;
  private final List<Evidence> hops = new ArrayList<>();

  Browser(Source source, Facts facts) {
    this.source = source;
    this.facts = facts;
  }

  /// What was asked so far.
  List<Evidence> hops() {
    return hops;
  }

  /// A request and what came of it.
  ///
  /// @param proxy by which it was made
  record Reply(FetchProbe probe, Answer answer, Optional<EngineProxy> proxy) {

    Evidence seen() {
      return Evidence.of(probe, answer.toString());
    }

    /// What the server showed, where it was asked by TLS.
    Evidence certificate() {
      return Evidence.of(
          probe,
          "subject %s, issuer %s, %s to %s, names %s"
              .formatted(
                  answer.step("subject"),
                  answer.step("issuer"),
                  answer.step("from"),
                  answer.step("until"),
                  answer.step("names")));
    }

    /// Whether the proxy wants a login, be it of a tunnel or of a request that it relays
    /// (RFC 9110, 15.5.8).
    boolean isRefusedByProxy() {
      String tunnel = answer.step("proxy");
      return proxy.isPresent()
          && (tunnel.isEmpty()
              ? answer.status() == PROXY_LOGIN
              : tunnel.matches("HTTP/\\S+ " + PROXY_LOGIN + "\\b.*"));
    }

    /// Whom it asked.
    URI url() {
      return URI.create(probe.url());
    }
  }

  /// What a request is made with.
  record Errand(String url, Credential credential, Purpose purpose) {
    static Errand read(String url) {
      return new Errand(url, Credential.NONE, Purpose.READ);
    }
  }

  /// The answer, be it whatever status, after redirects.
  ///
  /// @throws Halted where there is none
  Reply get(Errand errand) throws Unobservable, Halted {
    Errand next = errand;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      Reply reply = ask(next, source.trust());
      if (reply.answer().step() != Step.ANSWERED || reply.isRefusedByProxy()) {
        throw new Halted(new Hindrance(this, facts).of(reply));
      }
      if (!REDIRECTS.contains(reply.answer().status())) {
        return reply;
      }
      next = ledOn(next, reply);
    }
    throw new Halted(new Stop(Stop.Why.UNREACHABLE, source.host(), "redirects without end", hops));
  }

  /// Elsewhere, nothing is shown that was given for here (Go's net/http does the same).
  private Errand ledOn(Errand errand, Reply reply) throws Unobservable {
    URI here = reply.url();
    URI there = url(reply.answer().step("location")).map(here::resolve).orElse(here);
    follow(here, there);
    boolean same = String.valueOf(here.getAuthority()).equals(there.getAuthority());
    return new Errand(
        there.toString(), same ? errand.credential() : Credential.NONE, errand.purpose());
  }

  private static Optional<URI> url(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// Refuses what leads from the public network into a private one: who says so is not trusted.
  ///
  /// @throws Unobservable where it is not followed
  void follow(URI here, URI there) throws Unobservable {
    if (HostPort.of(there).host().isEmpty()
        || !Set.of("http", "https").contains(there.getScheme())) {
      throw Unobservable.notUnderstood("redirect of " + here.getAuthority(), there.toString());
    }
    boolean inward = isPrivate(there) && !isPrivate(here);
    if (inward) {
      throw new Unobservable(
          Reason.DECLINED,
          here.getAuthority()
              + " leads into a private network, where it is not followed: "
              + there);
    }
  }

  private boolean isPrivate(URI url) throws Unobservable {
    return addresses(HostPort.of(url).host()).stream()
        .map(Address::value)
        .anyMatch(
            one ->
                one.isSiteLocalAddress()
                    || one.isLoopbackAddress()
                    || one.isLinkLocalAddress()
                    || one.isAnyLocalAddress()
                    || (one.getAddress().length == 16 && (one.getAddress()[0] & 0xfe) == 0xfc));
  }

  private List<Address> addresses(String host) throws Unobservable {
    return facts.infer(new HostName(host)).addresses();
  }

  /// One request, whatever comes of it.
  ///
  /// @throws Halted where a name does not resolve
  Reply ask(Errand errand, Trust trust) throws Unobservable, Halted {
    RegistrySettings settings = facts.get(new RegistrySettingsProbe());
    return ask(errand, trust, EngineProxy.of(settings, URI.create(errand.url())));
  }

  /// The same by that proxy, or directly.
  Reply ask(Errand errand, Trust trust, Optional<EngineProxy> proxy) throws Unobservable, Halted {
    URI url = URI.create(errand.url());
    HostPort server = HostPort.of(url);
    String host = proxy.map(EngineProxy::host).orElse(server.host());
    int port = proxy.map(EngineProxy::port).orElse(server.port());
    Via via =
        proxy
            .map(one -> one.scheme().equals("https") ? Via.TLS_PROXY : Via.PROXY)
            .orElse(Via.DIRECT);
    List<FetchProbe> probes =
        resolved(host, url, proxy).stream()
            .map(address -> new Way(address, port, via, trust, source.host()))
            .map(way -> new FetchProbe(way, errand.url(), errand.credential(), errand.purpose()))
            .toList();
    Reply reply = further(probes, proxy);
    refuseLogin(reply);
    return reply;
  }

  /// Of the first that connects; where none does, the first tells why, as in Go.
  private Reply further(List<FetchProbe> probes, Optional<EngineProxy> proxy) throws Unobservable {
    Reply first = asked(probes.getFirst(), proxy);
    Reply reply = first;
    for (FetchProbe probe : probes.subList(1, probes.size())) {
      if (reply.answer().step() == Step.CONNECT) {
        try {
          reply = asked(probe, proxy);
        } catch (Unobservable without) {
          if (without.reason() != Reason.NOT_PRESENT) {
            throw without;
          } // a host without IPv6 has nothing to ask there
        }
      }
    }
    return reply.answer().step() == Step.CONNECT ? first : reply;
  }

  private Reply asked(FetchProbe probe, Optional<EngineProxy> proxy) throws Unobservable {
    Reply reply = new Reply(probe, facts.get(probe), proxy);
    if (!reply.answer().step("certificate").isEmpty()) {
      hops.add(reply.certificate());
    }
    hops.add(reply.seen());
    return reply;
  }

  /// The engine has a login for its proxy, and masks it.
  private static void refuseLogin(Reply reply) throws Unobservable {
    if (reply.isRefusedByProxy() && reply.proxy().filter(EngineProxy::hasLogin).isPresent()) {
      throw new Unobservable(
          Reason.DECLINED, "the proxy wants a login, which dockdiag does not show");
    }
  }

  private List<Address> resolved(String host, URI url, Optional<EngineProxy> proxy)
      throws Unobservable, Halted {
    HostName.Found found = facts.infer(new HostName(host));
    hops.addAll(found.seen());
    if (found.addresses().isEmpty()) {
      Stop.Why why = proxy.isPresent() ? Stop.Why.PROXY : Stop.Why.NAME;
      String where = proxy.map(EngineProxy::toString).orElse(url.getAuthority());
      throw new Halted(new Stop(why, where, "no address", found.seen()));
    }
    return tried(found.addresses());
  }

  /// The first ones, at least one of each family among them.
  private static List<Address> tried(List<Address> all) {
    return Stream.of(
            all.stream().limit(MOST_ADDRESSES),
            all.stream().filter(one -> !one.isIpv6()).limit(1),
            all.stream().filter(Address::isIpv6).limit(1))
        .flatMap(some -> some)
        .distinct()
        .toList();
  }
}
