package dockdiag.testenv.web;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Extra;

/// Debian's tinyproxy at the outside client's, 198.51.100.2.
public final class Proxy {

  private Proxy() {}

  /// Started; it leads to that port alone, of whomever.
  public static void start(DockerHost host, int port, int target) {
    host.install(Extra.TINYPROXY, "/");
    host.write(
        "/srv/tinyproxy.conf",
        """
        Port %d
        Listen %s
        Timeout 60
        ConnectPort %d
        """
            .formatted(port, DockerHost.CLIENT, target));
    host.outsideServers().start(port, "tinyproxy", "-d", "-c", "/srv/tinyproxy.conf");
    host.fromOutside().awaitTcp(DockerHost.CLIENT, port);
  }
}
