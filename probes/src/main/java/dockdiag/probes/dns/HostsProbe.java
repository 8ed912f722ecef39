package dockdiag.probes.dns;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// The lines of `/etc/hosts`, which resolvers read before they ask anybody, hosts(5); a container's
/// as its processes see it.
public record HostsProbe(Namespace namespace) implements Probe<List<HostsEntry>> {

  private static final String FILE = "/etc/hosts";

  @Override
  public List<HostsEntry> observe(Host host) throws Unobservable {
    return host.ask(new Request.ReadFile(namespace, FILE))
        .body()
        .lines()
        .flatMap(line -> entry(line).stream())
        .toList();
  }

  private static Optional<HostsEntry> entry(String line) {
    int comment = line.indexOf('#');
    List<String> words =
        List.of((comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+"));
    return Address.parse(words.getFirst())
        .map(address -> new HostsEntry(address, List.copyOf(words.subList(1, words.size()))));
  }

  @Override
  public String source() {
    return ContainerFile.source(namespace, FILE);
  }

  @Override
  public String byHand() {
    return ContainerFile.byHand(namespace, FILE);
  }
}
