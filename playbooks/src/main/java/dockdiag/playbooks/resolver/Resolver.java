package dockdiag.playbooks.resolver;

import dockdiag.probes.Namespace;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How a container's processes come to know a name: whom they ask, and whom those ask.
///
/// @param inside the container's namespace
/// @param endpoints its networks; of a container in the namespace of another those of that one
/// @param conf its resolv.conf
/// @param upstreams in the order in which they are asked
public record Resolver(
    Container container,
    Namespace inside,
    List<Endpoint> endpoints,
    ResolvConf conf,
    List<Upstream> upstreams) {

  private static final int MOST_SERVERS = 3;

  public Resolver {
    upstreams = List.copyOf(upstreams);
  }

  /// Whether the engine's embedded server is asked, which knows the names of containers.
  public boolean isEmbedded() {
    return conf.isEmbedded();
  }

  /// Whom its processes ask: glibc and musl the first three (resolv.conf(5), MAXNS), and where the
  /// file names none this very machine.
  public List<Address> servers() {
    return conf.nameservers().isEmpty()
        ? List.of(Address.LOOPBACK4)
        : conf.nameservers().stream().limit(MOST_SERVERS).toList();
  }

  /// The ids of the networks that it is on.
  public Set<String> networks() {
    return endpoints.stream().map(Endpoint::networkId).collect(Collectors.toSet());
  }

  /// What it reads first.
  public ResolvConfProbe file() {
    return ResolvConfProbe.of(inside);
  }
}
