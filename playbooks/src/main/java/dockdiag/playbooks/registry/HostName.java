package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.dns.HostsEntry;
import dockdiag.probes.dns.HostsProbe;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The question at which addresses the engine finds a host: it asks as Go does by itself (package
/// net), by the host's files; daemon.json's `dns` is of containers alone.
///
/// @param host a name, or an address without brackets
record HostName(String host) implements Inference<HostName.Found> {

  /// What it finds.
  ///
  /// @param addresses IPv4 first; none where the name does not resolve
  /// @param seen what it was told, and by whom
  record Found(List<Address> addresses, List<Evidence> seen) {
    Found {
      addresses = List.copyOf(addresses);
      seen = List.copyOf(seen);
    }
  }

  /// `host:port` without the port and brackets.
  static String bare(String authority) {
    return authority.replaceFirst(":[0-9]+$", "").replaceAll("[\\[\\]]", "");
  }

  @Override
  public Found infer(Facts facts) throws Unobservable {
    Optional<Address> literal = Address.parse(host);
    if (literal.isPresent()) {
      return new Found(List.of(literal.get()), List.of());
    }
    HostsProbe hosts = new HostsProbe(Namespace.HOST);
    List<HostsEntry> lines =
        orNone(hosts, facts).orElse(List.of()).stream().filter(one -> one.isFor(host)).toList();
    if (!lines.isEmpty()) {
      return new Found(
          lines.stream().map(HostsEntry::address).toList(),
          List.of(Evidence.of(hosts, lines.getFirst().toString())));
    }
    return asked(facts);
  }

  private Found asked(Facts facts) throws Unobservable {
    ResolvConfProbe file = ResolvConfProbe.of(Namespace.HOST);
    Optional<ResolvConf> conf = orNone(file, facts);
    List<Evidence> seen = new ArrayList<>();
    if (conf.isEmpty() || conf.get().nameservers().isEmpty()) {
      return new Found(List.of(), List.of(Evidence.of(file, "no nameserver")));
    }
    for (String name : names(conf.get())) {
      List<Address> addresses = new ArrayList<>();
      for (LookupProbe.Type type : List.of(LookupProbe.Type.A, LookupProbe.Type.AAAA)) {
        addresses.addAll(lookup(new Question(name, type), conf.get().nameservers(), facts, seen));
      }
      if (!addresses.isEmpty()) {
        return new Found(addresses, seen);
      }
    }
    return new Found(List.of(), seen);
  }

  /// Of the first server that answers.
  private static List<Address> lookup(
      Question question, List<Address> servers, Facts facts, List<Evidence> seen)
      throws Unobservable {
    for (Address server : servers) {
      LookupProbe probe = LookupProbe.udp(Namespace.HOST, server, question, 1);
      Lookup lookup = facts.get(probe);
      String told = lookup.reply().map(Object::toString).or(lookup::failure).orElse("silent");
      seen.add(Evidence.of(probe, told));
      if (lookup.isAnswered()) {
        return lookup.reply().map(Lookup.Reply::addresses).orElse(List.of());
      }
    }
    return List.of();
  }

  private List<String> names(ResolvConf conf) {
    List<String> names = new ArrayList<>();
    conf.search().forEach(domain -> names.add(LookupProbe.absolute(host + "." + domain)));
    long dots = host.chars().filter(letter -> letter == '.').count();
    names.add(dots >= conf.ndots() ? 0 : names.size(), LookupProbe.absolute(host));
    return names;
  }

  /// A file that a host may do without.
  private static <F> Optional<F> orNone(Probe<F> file, Facts facts) throws Unobservable {
    try {
      return Optional.of(facts.get(file));
    } catch (Unobservable none) {
      if (none.reason() == Reason.NOT_PRESENT) {
        return Optional.empty();
      }
      throw none;
    }
  }
}
