package dockdiag.playbooks.resolver;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.resolver.HostServersOf.HostServers;
import dockdiag.playbooks.resolver.Upstream.Origin;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The question how a container's names are resolved.
///
/// Before engine 25 nothing says whom the embedded server asks: then it is concluded as the engine
/// does it, from `--dns`, the engine's settings, and the host's file, whose loopback servers it
/// asks from the host's namespace (libnetwork, `setExternalResolvers`).
public record ResolverOf(String container) implements Inference<Resolver> {

  /// What the engine takes where there is nothing else (libnetwork, `resolvconf`).
  private static final List<Address> FALLBACK =
      List.of(Address.of("8.8.8.8"), Address.of("8.8.4.4"));

  private static final List<Address> FALLBACK_6 =
      List.of(Address.of("2001:4860:4860::8888"), Address.of("2001:4860:4860::8844"));

  @Override
  public Resolver infer(Facts facts) throws Unobservable {
    ContainerProbe inspect = new ContainerProbe(container);
    Container described = facts.get(inspect);
    Namespace inside = new Namespace.OfContainer(described.name(), described.state().pid());
    ResolvConfProbe file = ResolvConfProbe.of(inside);
    ResolvConf conf = facts.get(file);
    Naming naming = Naming.of(container);
    List<Upstream> upstreams =
        new Sources(facts, naming, described, inside, file, conf).upstreams();
    return new Resolver(described, inside, endpoints(described, facts), conf, upstreams);
  }

  /// Its networks; of a container in the namespace of another those of that one.
  public static List<Endpoint> endpoints(Container container, Facts facts) throws Unobservable {
    return container.networking().mode() instanceof NetworkMode.OfContainer(String owner)
        ? facts.get(new ContainerProbe(owner)).endpoints()
        : container.endpoints();
  }

  private record Sources(
      Facts facts,
      Naming naming,
      Container container,
      Namespace inside,
      ResolvConfProbe file,
      ResolvConf conf) {

    List<Upstream> upstreams() throws Unobservable {
      return conf.isEmbedded() && conf.external().isEmpty() ? concluded() : named();
    }

    /// Those that stand in the file, in lines or in the engine's comment.
    private List<Upstream> named() throws Unobservable {
      List<Upstream> upstreams = new ArrayList<>();
      for (ResolvConf.External external : conf.external()) {
        Namespace asker = external.fromHost() ? Namespace.HOST : inside;
        upstreams.add(named(external.address(), asker, "ExtServers " + external.address()));
      }
      for (Address address : conf.isEmbedded() ? List.<Address>of() : conf.nameservers()) {
        upstreams.add(named(address, inside, "nameserver " + address));
      }
      return upstreams;
    }

    private Upstream named(Address address, Namespace asker, String fact) throws Unobservable {
      return new Upstream(address, asker, origin(address), Evidence.of(file, fact));
    }

    private Origin origin(Address address) throws Unobservable {
      if (container.networking().dns().contains(address)) {
        return Origin.OPTION;
      }
      if (ofDaemon().contains(address)) {
        return Origin.DAEMON;
      }
      HostServers host = facts.infer(new HostServersOf());
      if (host.servers().contains(address)) {
        return Origin.HOST;
      }
      boolean fallback = FALLBACK.contains(address) || FALLBACK_6.contains(address);
      return conf.defaultsUsed() || (fallback && host.isLoopbackAlone())
          ? Origin.FALLBACK
          : Origin.FILE;
    }

    private List<Upstream> concluded() throws Unobservable {
      List<Address> option = container.networking().dns();
      if (!option.isEmpty()) {
        return option.stream()
            .map(one -> Upstream.of(one, inside, Origin.OPTION, naming.inspect()))
            .toList();
      }
      List<Address> daemon = ofDaemon();
      if (!daemon.isEmpty()) {
        return daemon.stream()
            .map(one -> Upstream.of(one, inside, Origin.DAEMON, new DaemonSettingsProbe()))
            .toList();
      }
      return ofHost(facts.infer(new HostServersOf()));
    }

    private List<Upstream> ofHost(HostServers host) {
      if (host.servers().stream().allMatch(Address::isIpv6)) { // it asks by IPv4 alone
        return FALLBACK.stream()
            .map(
                one ->
                    new Upstream(
                        one,
                        inside,
                        Origin.FALLBACK,
                        Evidence.of(host.probe(), "no server that a container could ask")))
            .toList();
      }
      return host.servers().stream()
          .filter(one -> !one.isIpv6())
          .map(
              one ->
                  Upstream.of(
                      one, one.isLoopback() ? Namespace.HOST : inside, Origin.HOST, host.probe()))
          .toList();
    }

    private List<Address> ofDaemon() throws Unobservable {
      Optional<String> setting = facts.get(new DaemonSettingsProbe()).dns().seen();
      return setting.stream()
          .flatMap(text -> Arrays.stream(text.split(",")))
          .flatMap(text -> Address.parse(text.strip()).stream())
          .toList();
    }
  }
}
