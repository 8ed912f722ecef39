package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.registry.Browser.Errand;
import dockdiag.playbooks.registry.Browser.Reply;
import dockdiag.playbooks.registry.Stop.Why;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Request.Credential;
import dockdiag.probes.Request.Purpose;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.registry.Answer.Step;
import dockdiag.probes.registry.EnginePlatformProbe;
import dockdiag.probes.registry.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The question how far the engine comes with a pull.
///
/// @param pull with its source
record WalkOf(Pull pull) implements Inference<Walk> {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;

  @Override
  public Walk infer(Facts facts) throws Unobservable {
    Source source = pull.source().orElseThrow();
    Browser browser = new Browser(source, facts);
    try {
      Reply greeting = greeting(source, browser);
      Credential credential = new Admission(pull, browser, facts).after(greeting);
      if (pull.image().flatMap(Reference::repository).isPresent()) {
        manifest(greeting, credential, browser, facts);
      }
      return new Walk(browser.hops(), Optional.empty());
    } catch (Halted halted) {
      Stop stop = new Shortcut(browser, facts).instead(halted.stop(), source);
      return new Walk(browser.hops(), Optional.of(stop));
    }
  }

  /// Of `/v2/`. A registry of which no TLS is asked is tried with it first.
  private Reply greeting(Source source, Browser browser) throws Unobservable, Halted {
    Errand secure = Errand.read(source.url() + "/v2/");
    if (source.trust() == Trust.ANY && secure.url().startsWith("https:") && !pull.isOfMirror()) {
      Reply tried = browser.ask(secure, Trust.ANY);
      if (Set.of(Step.TLS, Step.CONNECT, Step.PROXY).contains(tried.answer().step())) {
        return registry(browser.get(Errand.read(secure.url().replaceFirst("^https", "http"))));
      }
    }
    return registry(browser.get(secure));
  }

  /// Refuses what is no registry's greeting; where an image is named, that decides.
  private Reply registry(Reply reply) throws Halted {
    int status = reply.answer().status();
    boolean isPage = reply.answer().step("type").startsWith("text/html");
    boolean greets = (status == OK && !isPage) || status == UNAUTHORIZED;
    if (status == TOO_MANY) {
      throw halted(Why.RATE_LIMIT, reply);
    }
    if (!greets
        && (status >= BROKEN || isPage || pull.image().flatMap(Reference::repository).isEmpty())) {
      throw halted(Why.UNREACHABLE, reply);
    }
    return reply;
  }

  private void manifest(Reply greeting, Credential credential, Browser browser, Facts facts)
      throws Unobservable, Halted {
    Reference image = pull.image().orElseThrow();
    String base = greeting.probe().url().replaceFirst("/v2/$", "");
    String url = base + "/v2/" + image.repository().orElseThrow() + "/manifests/" + image.tag();
    Reply reply = browser.get(new Errand(url, credential, Purpose.READ));
    switch (reply.answer().status()) {
      case OK -> platform(reply, facts);
      case UNAUTHORIZED, FORBIDDEN -> throw new Admission(pull, browser, facts).refused(reply);
      case NOT_FOUND -> throw halted(Why.NOT_FOUND, reply);
      case TOO_MANY -> throw halted(Why.RATE_LIMIT, reply);
      default -> throw halted(Why.UNREACHABLE, reply);
    }
  }

  private static void platform(Reply reply, Facts facts) throws Unobservable, Halted {
    if (!reply.answer().step("cut").isEmpty()) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, reply.probe().source() + ": more than 1 MiB");
    }
    if (reply.answer().step("type").startsWith("text/html")) {
      throw halted(Why.UNREACHABLE, reply);
    }
    Manifest manifest = manifest(reply);
    EnginePlatformProbe engine = new EnginePlatformProbe();
    String platform = facts.get(engine);
    if (!manifest.fits(platform)) {
      throw new Halted(
          new Stop(
              Why.PLATFORM,
              platform,
              String.join(", ", manifest.platforms()),
              List.of(
                  Evidence.of(reply.probe(), String.join(", ", manifest.platforms())),
                  Evidence.of(engine, platform))));
    }
  }

  private static Manifest manifest(Reply reply) throws Halted {
    try {
      return Manifest.of(reply.answer());
    } catch (Unobservable none) {
      String how = "HTTP 200, no manifest";
      throw new Halted(
          new Stop(Why.UNREACHABLE, reply.url().getAuthority(), how, List.of(reply.seen())));
    }
  }

  private static Halted halted(Why why, Reply reply) {
    String how = "HTTP " + reply.answer().status();
    String page = reply.answer().step("type").startsWith("text/html") ? ", an HTML page" : "";
    return new Halted(new Stop(why, reply.url().getAuthority(), how + page, List.of(reply.seen())));
  }
}
