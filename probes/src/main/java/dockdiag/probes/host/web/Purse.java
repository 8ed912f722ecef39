package dockdiag.probes.host.web;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dockdiag.probes.Request.Credential;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.kernel.Failure;
import dockdiag.probes.host.kernel.TextFile;
import dockdiag.probes.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The logins of the docker command's user, and tokens that were given meanwhile. They leave it for
/// a request's header alone.
public final class Purse {

  private static final String STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

  private final Map<String, String> environment;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /// @param environment the variables that the docker command reads: DOCKER_CONFIG, HOME
  public Purse(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// What there is, in the words of `Request.ListLogins`.
  ///
  /// @param root what precedes the paths of the engine's host
  public String list(String root) throws Unobservable {
    StringBuilder lines = new StringBuilder();
    Json.read(file(), text(root), json -> lines.append(lines(json, root)));
    return lines.toString();
  }

  private String lines(Json json, String root) {
    StringBuilder lines = new StringBuilder("file " + Printable.of(file()) + "\n");
    json.at("auths")
        .members()
        .forEach(
            (registry, login) -> {
              if (isToken(login)) {
                lines.append("token ").append(Printable.of(registry)).append('\n');
              } else if (!login.member("auth").isAbsent()) {
                lines.append("login ").append(Printable.of(registry)).append('\n');
              }
            });
    json.at("credHelpers")
        .textMembers()
        .forEach(
            (registry, name) ->
                lines
                    .append(helper(name, root))
                    .append(' ')
                    .append(Printable.of(registry))
                    .append('\n'));
    json.at("credsStore")
        .text(Optional::of)
        .ifPresent(name -> lines.append(helper(name, root)).append('\n'));
    Json proxies = json.at("proxies").at("default");
    Stream.of("httpsProxy", "httpProxy")
        .flatMap(name -> proxies.at(name).text(Optional::of).stream())
        .findFirst()
        .ifPresent(url -> lines.append("proxy ").append(Printable.of(bare(url))).append('\n'));
    return lines.toString();
  }

  /// Whether the user is known by an identity token, beside which no password stands (docker/cli,
  /// types.AuthConfig).
  private static boolean isToken(Json login) {
    return login.member("identitytoken").literal().filter(text -> !text.isEmpty()).isPresent();
  }

  private static String bare(String url) {
    return url.replaceFirst("//[^/@]*@", "//");
  }

  private String helper(String name, String root) {
    boolean found =
        name.matches("[\\w.-]{1,80}")
            && Stream.of(environment.getOrDefault("PATH", STANDARD_PATH).split(":"))
                .map(folder -> Path.of(root + folder, "docker-credential-" + name))
                .anyMatch(Files::isExecutable);
    return "helper " + Printable.of(name).replace(' ', '_') + (found ? " present" : " missing");
  }

  /// The value of the header `Authorization`; empty where there is nothing to show.
  Optional<String> authorization(Credential credential, String root) throws Unobservable {
    return switch (credential.kind()) {
      case NONE -> Optional.empty();
      case TOKEN ->
          Optional.ofNullable(tokens.get(credential.of())).map(token -> "Bearer " + token);
      case LOGIN -> login(credential.of(), root).map(login -> "Basic " + login);
    };
  }

  private Optional<String> login(String registry, String root) throws Unobservable {
    return Json.read(
        file(),
        text(root),
        json -> {
          Json login = json.at("auths").at(registry);
          return isToken(login)
              ? Optional.empty()
              : login.at("auth").text(Optional::of).filter(text -> text.matches("[\\w+/=-]+"));
        });
  }

  /// Keeps the token that an answer holds; whether it holds one.
  boolean keep(String url, String body) {
    try {
      Json json = new Json("", JsonParser.parseString(body));
      Optional<String> token =
          Stream.of("token", "access_token")
              .flatMap(name -> json.member(name).literal().stream())
              .filter(text -> text.matches("[\\x21-\\x7e]{1,65536}"))
              .findFirst();
      token.ifPresent(text -> tokens.put(url, text));
      return token.isPresent();
    } catch (JsonParseException noJson) {
      return false;
    }
  }

  private String file() {
    return Optional.ofNullable(environment.get("DOCKER_CONFIG"))
            .filter(folder -> !folder.isEmpty())
            .orElseGet(() -> environment.getOrDefault("HOME", "/root") + "/.docker")
        + "/config.json";
  }

  private String text(String root) throws Unobservable {
    try {
      return TextFile.read(root + file());
    } catch (IOException failure) {
      throw Failure.of(failure, file());
    }
  }
}
