package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.probes.net.Address;
import dockdiag.probes.process.RunningProcess;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A docker-proxy, by its command line: the engine has named the container's address and port
/// there since it runs one for each published port (cmd/docker-proxy of moby, 1.5 to 29).
final class Proxy {

  private static final Pattern ADDRESS = Pattern.compile(" -container-ip (\\S+)");
  private static final Pattern PORT = Pattern.compile(" -container-port (\\d{1,5})(?!\\d)");

  private Proxy() {}

  /// Whom it passes connections on to; empty of any other process.
  static Optional<Endpoint> target(RunningProcess process) {
    Matcher address = ADDRESS.matcher(process.commandLine());
    Matcher port = PORT.matcher(process.commandLine());
    return process.name().equals("docker-proxy") && address.find() && port.find()
        ? Address.parse(address.group(1))
            .map(to -> new Endpoint(to, Integer.parseInt(port.group(1))))
        : Optional.empty();
  }
}
