package dockdiag.probes.host.engine;

import com.github.dockerjava.transport.SSLConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where an engine is asked.
public sealed interface Endpoint {

  /// As `docker context ls` prints it.
  String text();

  /// A socket of this machine.
  record UnixSocket(String path) implements Endpoint {
    @Override
    public String text() {
      return "unix://" + path;
    }
  }

  /// A port, perhaps of another machine.
  ///
  /// @param tls the client's certificates; null where the connection is plain
  record Tcp(URI uri, @Nullable SSLConfig tls) implements Endpoint {
    @Override
    public String text() {
      return uri.toString();
    }
  }

  /// One that cannot be asked.
  ///
  /// @param why for people, with what to do instead
  record Unusable(String text, String why) implements Endpoint {}
}
