package dockdiag.probes.json;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Asks the engine and reads its JSON (Docker Engine API 1.41 to 1.52).
public final class EngineJson {

  private EngineJson() {}

  /// The engine's answer to `GET path`, read into a fact.
  ///
  /// @throws Unobservable with the engine's own message where it answers with an error
  public static <F> F get(Host host, String path, Function<Json, F> reading) throws Unobservable {
    Response response = host.ask(new Request.DockerGet(path));
    if (response.status() >= 300) {
      throw refusal(path, response);
    }
    return Json.read("GET " + path, response.body(), reading);
  }

  /// A name as it stands in a path or a query.
  public static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Unobservable refusal(String path, Response response) {
    Reason reason =
        switch (response.status()) {
          case 401, 403 -> Reason.NOT_PERMITTED;
          // 503: the engine is no swarm manager
          case 404, 503 -> Reason.NOT_PRESENT;
          default -> Reason.NOT_UNDERSTOOD;
        };
    return new Unobservable(
        reason, "GET " + path + ": " + response.status() + " " + message(response.body()));
  }

  private static String message(String body) {
    try {
      return Json.read("", body, answer -> answer.at("message").text());
    } catch (Unobservable notJson) {
      return body.lines().findFirst().map(Json::excerpt).orElse("");
    }
  }
}
