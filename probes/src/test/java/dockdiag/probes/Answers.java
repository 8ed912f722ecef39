package dockdiag.probes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A host that knows a few answers by heart; to all else it has none.
public final class Answers implements Host {

  private final Map<Request, Response> answers = new HashMap<>();

  /// To a request, this text.
  public Answers with(Request request, String body) {
    return with(request, 0, body);
  }

  /// To a request, this status and text.
  public Answers with(Request request, int status, String body) {
    answers.put(request, new Response(status, body, 0));
    return this;
  }

  /// To `GET path`, this JSON.
  public Answers get(String path, String body) {
    return with(new Request.DockerGet(path), 200, body);
  }

  @Override
  public Response ask(Request request) throws Unobservable {
    Response response = answers.get(request);
    if (response == null) {
      throw new Unobservable(Unobservable.Reason.NOT_PRESENT, "no answer to " + request);
    }
    return response;
  }

  /// A captured text that lies beside the test, of Debian's engine of that version.
  public static String captured(Class<?> test, String name) {
    try (InputStream stream = test.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
