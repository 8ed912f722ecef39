package dockdiag.probes.netfilter;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sorts the options of a DNAT rule; `nft` rules carry the same option names, see [NftReading].
final class DnatReading {

  /// `A:P`, `[A6]:P`, `:P`, `A-B:P-Q/R` (iptables-extensions(8)); what a colon ends is no IPv6.
  private static final Pattern TARGET =
      Pattern.compile(
          "\\[?(?<address>(?<=\\[)[^\\]]+|[^-:\\[\\]]+)?\\]?(?:-[^:]+|-\\[[^\\]]+\\])?"
              + "(?::(?<port>[^/]+)(?:/\\d+)?)?");

  private Optional<Protocol> protocol = Optional.empty();
  private Optional<DnatRule.Destination> destination = Optional.empty();
  private Optional<PortRange> ports = Optional.empty();
  private Optional<DnatRule.Interface> inInterface = Optional.empty();
  private Optional<Address> toAddress = Optional.empty();
  private Optional<PortRange> toPorts = Optional.empty();
  private final List<String> others = new ArrayList<>();

  private DnatReading() {}

  static Optional<DnatRule> read(Table table, String chain, Rule rule) {
    boolean dnat =
        rule.options().stream()
            .anyMatch(option -> option.name().equals("-j") && option.value().equals("DNAT"));
    if (!dnat) {
      return Optional.empty();
    }
    DnatReading reading = new DnatReading();
    rule.options().forEach(reading::sort);
    return Optional.of(reading.rule(table, chain, rule));
  }

  private DnatRule rule(Table table, String chain, Rule rule) {
    return new DnatRule(
        table.backend(),
        table.family(),
        table.name(),
        chain,
        rule,
        protocol,
        destination,
        ports,
        inInterface,
        toAddress,
        toPorts,
        List.copyOf(others));
  }

  private void sort(Option option) {
    switch (option.name()) {
      case "-j", "--comment" -> {}
      case "-m" -> matchModule(option);
      case "-i" ->
          inInterface = Optional.of(new DnatRule.Interface(option.value(), option.negated()));
      case "-p" -> protocol = keep(option, Protocol.named(option.value()), protocol);
      case "--dport" ->
          ports = keep(option, PortRange.parse(option.value().replace(':', '-')), ports);
      case "-d" -> destination(option);
      case "--to-destination" -> target(option);
      default -> others.add(option.toString());
    }
  }

  /// `-m tcp` says no more than `-p tcp`, and `-m comment` nothing; their options speak for others.
  private void matchModule(Option option) {
    if (!List.of("tcp", "udp", "sctp", "comment").contains(option.value())) {
      others.add(option.toString());
    }
  }

  private <T> Optional<T> keep(Option option, Optional<T> read, Optional<T> before) {
    if (read.isEmpty() || option.negated()) {
      others.add(option.toString());
      return before;
    }
    return read;
  }

  private void destination(Option option) {
    Optional<Subnet> subnet =
        Subnet.parse(option.value()).or(() -> Address.parse(option.value()).map(DnatReading::only));
    subnet.ifPresentOrElse(
        wanted -> destination = Optional.of(new DnatRule.Destination(wanted, option.negated())),
        () -> others.add(option.toString()));
  }

  private static Subnet only(Address address) {
    return new Subnet(address + (address.isIpv6() ? "/128" : "/32"));
  }

  private void target(Option option) {
    toAddress = Address.parse(option.value());
    Matcher target = TARGET.matcher(option.value());
    if (toAddress.isPresent() || !target.matches()) {
      others.addAll(toAddress.isPresent() ? List.of() : List.of(option.toString()));
      return;
    }
    String address = target.group("address");
    String port = target.group("port");
    toAddress = address == null ? Optional.empty() : Address.parse(address);
    toPorts = port == null ? Optional.empty() : PortRange.parse(port);
    if ((address != null && toAddress.isEmpty()) || (port != null && toPorts.isEmpty())) {
      others.add(option.toString());
    }
  }
}
