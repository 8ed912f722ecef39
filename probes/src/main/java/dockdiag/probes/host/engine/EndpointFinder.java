package dockdiag.probes.host.engine;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.SSLConfig;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the engine as the docker command does: `--host`, DOCKER_HOST, DOCKER_CONTEXT, the current
/// context of `config.json`, `/var/run/docker.sock`.
public final class EndpointFinder {

  private static final Endpoint USUAL = new Endpoint.UnixSocket("/var/run/docker.sock");
  private static final int PLAIN_PORT = 2375;
  private static final int TLS_PORT = 2376;

  private final Map<String, String> environment;

  /// @param environment the variables, of the process as a rule
  public EndpointFinder(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// The engine that is meant.
  ///
  /// @param host what `--host` says
  public Endpoint find(Optional<String> host) {
    return host.or(() -> variable("DOCKER_HOST")).map(this::explicit).orElseGet(this::byContext);
  }

  private Endpoint explicit(String host) {
    String url = host.contains("://") ? host : "tcp://" + host;
    String scheme = url.substring(0, url.indexOf("://"));
    return switch (scheme) {
      case "unix" -> new Endpoint.UnixSocket(url.substring("unix://".length()));
      case "tcp", "http" -> tcp(url);
      default -> unusable(host, scheme);
    };
  }

  private Endpoint tcp(String url) {
    try {
      SSLConfig tls = tls();
      URI uri = URI.create(url.replaceFirst("^http:", "tcp:"));
      String name = uri.getHost() == null ? "127.0.0.1" : uri.getHost();
      int usual = tls == null ? PLAIN_PORT : TLS_PORT;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return new Endpoint.Tcp(URI.create("tcp://" + name + ":" + port), tls);
    } catch (IllegalArgumentException | DockerClientException wrong) {
      return new Endpoint.Unusable(url, String.valueOf(wrong.getMessage()));
    }
  }

  // any value switches it on, "0" too: so does the docker command
  private @Nullable SSLConfig tls() {
    if (variable("DOCKER_TLS_VERIFY").isEmpty()) {
      return null;
    }
    String directory = variable("DOCKER_CERT_PATH").orElseGet(this::configDirectory);
    return new LocalDirectorySSLConfig(directory);
  }

  // docker-java takes the usual socket where there is no such context, which is another engine
  private Endpoint byContext() {
    String context = variable("DOCKER_CONTEXT").or(this::currentContext).orElse("default");
    if (context.equals("default")) {
      return USUAL;
    }
    if (!isContext(context)) {
      return new Endpoint.Unusable(
          "context " + context, "there is no such context; docker context ls names them");
    }
    try {
      DefaultDockerClientConfig config =
          new DefaultDockerClientConfig.Builder()
              .withDockerConfig(configDirectory())
              .withDockerContext(context)
              .build();
      URI uri = config.getDockerHost();
      return uri.getScheme().equals("unix")
          ? new Endpoint.UnixSocket(uri.getPath())
          : new Endpoint.Tcp(uri, config.getSSLConfig());
    } catch (RuntimeException wrong) { // docker-java throws what its parsers throw
      return new Endpoint.Unusable("context " + context, String.valueOf(wrong.getMessage()));
    }
  }

  private boolean isContext(String name) {
    try (Stream<Path> contexts = Files.list(Path.of(configDirectory(), "contexts", "meta"))) {
      return contexts.anyMatch(
          folder -> text(folder.resolve("meta.json"), "Name").filter(name::equals).isPresent());
    } catch (IOException none) {
      return false;
    }
  }

  private static Endpoint unusable(String host, String scheme) {
    String why =
        scheme.equals("ssh")
            ? "engines over ssh are not supported; run dockdiag on that host"
            : "the scheme " + scheme + ":// is not supported; unix:// and tcp:// are";
    return new Endpoint.Unusable(host, why);
  }

  private Optional<String> currentContext() {
    return text(Path.of(configDirectory(), "config.json"), "currentContext");
  }

  // what cannot be read counts as absent: so does the docker command take it, with a warning
  private static Optional<String> text(Path file, String key) {
    try {
      JsonElement json = JsonParser.parseString(Files.readString(file));
      return Optional.ofNullable(json.getAsJsonObject().get(key))
          .map(JsonElement::getAsString)
          .filter(text -> !text.isEmpty());
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException unreadable) {
      return Optional.empty();
    }
  }

  private String configDirectory() {
    return variable("DOCKER_CONFIG")
        .orElseGet(() -> variable("HOME").orElse("/root") + File.separator + ".docker");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
