package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.registry.Browser.Errand;
import dockdiag.playbooks.registry.Browser.Reply;
import dockdiag.playbooks.registry.Stop.Why;
import dockdiag.probes.Facts;
import dockdiag.probes.Request.Credential;
import dockdiag.probes.Request.Purpose;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.registry.Answer;
import dockdiag.probes.registry.Logins;
import dockdiag.probes.registry.LoginsProbe;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a registry lets the engine in: by the login of its user, or by a token that somebody else
/// gives (distribution's token specification).
final class Admission {

  private static final int UNAUTHORIZED = 401;
  private static final Set<Integer> REFUSED = Set.of(401, 403);
  private static final int TOO_MANY = 429;

  private final Pull pull;
  private final Browser browser;
  private final Facts facts;

  Admission(Pull pull, Browser browser, Facts facts) {
    this.pull = pull;
    this.browser = browser;
    this.facts = facts;
  }

  /// What is to be shown from now on.
  ///
  /// @throws Halted where there is nothing to show
  Credential after(Reply greeting) throws Unobservable, Halted {
    Answer answer = greeting.answer();
    if (answer.status() != UNAUTHORIZED) {
      return Credential.NONE;
    }
    return switch (answer.step("challenge")) {
      case "bearer" -> token(greeting);
      case "basic" -> login(greeting);
      default -> without(greeting);
    };
  }

  private Credential login(Reply greeting) throws Unobservable, Halted {
    Optional<Credential> login = login();
    if (login.isEmpty()) {
      return without(greeting);
    }
    Reply again = browser.get(new Errand(greeting.probe().url(), login.get(), Purpose.READ));
    if (REFUSED.contains(again.answer().status())) {
      throw refused(again);
    }
    return login.get();
  }

  /// Nothing, where the registry was asked for alone and nobody logged in: it answers, and lets in
  /// those who did.
  private Credential without(Reply reply) throws Unobservable, Halted {
    boolean isEnough =
        !pull.isOfMirror()
            && pull.image().flatMap(Reference::repository).isEmpty()
            && login().isEmpty();
    if (isEnough) {
      return Credential.NONE;
    }
    throw refused(reply);
  }

  /// The one that is stored for the registry; a mirror is shown none.
  private Optional<Credential> login() throws Unobservable {
    return pull.isOfMirror()
        ? Optional.empty()
        : facts
            .get(new LoginsProbe())
            .storedFor(registry())
            .map(name -> new Credential(Credential.Kind.LOGIN, name));
  }

  private String registry() {
    return pull.image().map(Reference::registry).orElse("");
  }

  private Credential token(Reply greeting) throws Unobservable, Halted {
    URI realm = realm(greeting.answer());
    browser.follow(greeting.url(), realm);
    // a password goes out by TLS alone, or to the registry itself
    boolean fit =
        realm.getScheme().equals("https")
            || String.valueOf(realm.getAuthority()).equals(greeting.url().getAuthority());
    Credential login = fit ? login().orElse(Credential.NONE) : Credential.NONE;
    String url = url(realm, greeting.answer().step("service"));
    Reply reply = browser.get(new Errand(url, login, Purpose.TOKEN));
    int status = reply.answer().status();
    if (REFUSED.contains(status)) {
      return without(reply);
    }
    if (!reply.answer().step("granted").equals("yes")) {
      Why why = status == TOO_MANY ? Why.RATE_LIMIT : Why.UNREACHABLE;
      String how = "HTTP " + status + ", no token";
      throw new Halted(new Stop(why, reply.url().getAuthority(), how, List.of(reply.seen())));
    }
    return new Credential(Credential.Kind.TOKEN, reply.probe().url());
  }

  private static URI realm(Answer answer) throws Unobservable {
    try {
      return URI.create(answer.step("realm"));
    } catch (IllegalArgumentException strange) {
      throw Unobservable.notUnderstood("realm", answer.step("realm"));
    }
  }

  private String url(URI realm, String service) {
    String scope =
        pull.image()
            .flatMap(Reference::repository)
            .map(repository -> "&scope=" + EngineJson.encoded("repository:" + repository + ":pull"))
            .orElse("");
    String more = realm.getRawQuery() == null ? "?" : "&";
    return realm + more + "service=" + EngineJson.encoded(service) + scope;
  }

  /// Why it is kept out.
  ///
  /// @throws Unobservable where a token or a program has a login that would let it in, perhaps
  Halted refused(Reply reply) throws Unobservable {
    LoginsProbe file = new LoginsProbe();
    Logins logins = facts.get(file);
    String how = "HTTP " + reply.answer().status();
    String where = reply.url().getAuthority();
    if (!pull.isOfMirror() && logins.hasToken(registry())) {
      throw new Unobservable(
          Reason.DECLINED, where + " knows the user by an identity token, which is not shown");
    }
    Optional<Logins.Keeper> keeper =
        pull.isOfMirror() || logins.storedFor(registry()).isPresent()
            ? Optional.empty()
            : logins.keeperFor(registry());
    if (keeper.isEmpty()) {
      String stored =
          logins.storedFor(registry()).map(name -> "login of " + name).orElse("no login");
      return new Halted(
          new Stop(Why.LOGIN, where, how, List.of(reply.seen(), Evidence.of(file, stored))));
    }
    String program = "docker-credential-" + keeper.get().name();
    if (keeper.get().isPresent()) {
      throw new Unobservable(
          Reason.DECLINED, program + " keeps the logins; dockdiag does not ask for secrets");
    }
    return new Halted(
        new Stop(
            Why.LOGIN_KEPT_AWAY,
            where,
            program,
            List.of(reply.seen(), Evidence.of(file, program + " missing"))));
  }
}
