package dockdiag.probes.netfilter;

import dockdiag.probes.net.PortRange;
import dockdiag.probes.netfilter.Operand.Span;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Target.Rewrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Understands the targets of iptables-extensions(8).
final class SaveTargets {

  /// They change neither where a packet goes nor whether.
  private static final Set<String> HARMLESS =
      Set.of(
          "LOG",
          "NFLOG",
          "ULOG",
          "TRACE",
          "TCPMSS",
          "CHECKSUM",
          "CLASSIFY",
          "DSCP",
          "TOS",
          "TTL",
          "HL",
          "AUDIT",
          "LED",
          "SECMARK",
          "CONNSECMARK",
          "IDLETIMER",
          "RATEEST",
          "SET",
          "TEE",
          "TCPOPTSTRIP",
          "ECN");

  /// They do, in ways that are not modelled.
  private static final Set<String> UNMODELLED =
      Set.of(
          "NFQUEUE",
          "QUEUE",
          "TPROXY",
          "SYNPROXY",
          "NETMAP",
          "CLUSTERIP",
          "MIRROR",
          "HMARK",
          "TARPIT",
          "DNPT",
          "SNPT",
          "RAWDNAT",
          "RAWSNAT",
          "CT");

  private SaveTargets() {}

  static Target target(SaveOptions group) {
    String name = group.head().value();
    if (group.head().name().equals("-g")) {
      return new Target.Goto(name);
    }
    return switch (name) {
      case "ACCEPT" -> new Target.Accept();
      case "DROP" -> new Target.Drop();
      case "RETURN" -> new Target.Return();
      case "REJECT" -> new Target.Reject(optional(group, "--reject-with").orElse(""));
      case "DNAT" -> new Target.Dnat(rewrite(group, "--to-destination"));
      case "SNAT" -> new Target.Snat(rewrite(group, "--to-source"));
      case "MASQUERADE" -> new Target.Masquerade(ports(group));
      case "REDIRECT" -> new Target.Redirect(ports(group));
      case "MARK" -> mark(group);
      case "CONNMARK" -> connectionMark(group);
      case "NOTRACK" -> new Target.Notrack();
      default -> other(group, name);
    };
  }

  private static Target other(SaveOptions group, String name) {
    if (group.text().equals("-j CT --notrack")) {
      return new Target.Notrack();
    }
    if (HARMLESS.contains(name) || isHelper(group)) {
      return new Target.Harmless(group.text());
    }
    // a chain takes no options
    return UNMODELLED.contains(name) || !group.rest().isEmpty()
        ? new Target.Unmodelled(group.text())
        : new Target.Jump(name);
  }

  /// `CT` that adds to a connection and takes it to no other zone.
  private static boolean isHelper(SaveOptions group) {
    return group.head().value().equals("CT")
        && !group.rest().isEmpty()
        && group.rest().stream()
            .map(Option::name)
            .allMatch(List.of("--helper", "--timeout", "--ctevents", "--expevents")::contains);
  }

  private static Optional<String> optional(SaveOptions group, String name) {
    return group.rest().stream()
        .filter(option -> option.name().equals(name))
        .map(Option::value)
        .findFirst();
  }

  private static String required(SaveOptions group, String name) {
    return optional(group, name).orElseThrow(() -> new IllegalArgumentException(group.text()));
  }

  private static Optional<PortRange> ports(SaveOptions group) {
    // a port taken at random cannot be told
    if (group.rest().stream().anyMatch(option -> option.name().startsWith("--random"))) {
      return Optional.of(new PortRange(1, 65_535));
    }
    return optional(group, "--to-ports").map(SaveValues::targetPorts);
  }

  /// `A`, `A:P`, `A-B:P-Q`, `[A6]:P`, `:P`.
  private static Rewrite rewrite(SaveOptions group, String name) {
    String text = required(group, name);
    String address = text;
    Optional<PortRange> ports = Optional.empty();
    int bracket = text.lastIndexOf(']');
    int colon = text.indexOf(':', Math.max(0, bracket));
    boolean bareIpv6 = bracket < 0 && text.indexOf(':') != text.lastIndexOf(':');
    if (colon >= 0 && !bareIpv6) {
      address = text.substring(0, colon);
      ports = Optional.of(SaveValues.targetPorts(text.substring(colon + 1)));
    }
    if (optional(group, "--random").isPresent() || optional(group, "--random-fully").isPresent()) {
      ports = Optional.of(new PortRange(1, 65_535));
    }
    String plain = address.replace("[", "").replace("]", "");
    Optional<Span> span = plain.isEmpty() ? Optional.empty() : Optional.of(SaveValues.range(plain));
    return new Rewrite(Optional.empty(), span, ports, Optional.empty());
  }

  private static Target mark(SaveOptions group) {
    long[] value = SaveValues.masked(required(group, "--set-xmark"));
    return new Target.SetMark(value[1], value[0]);
  }

  private static Target connectionMark(SaveOptions group) {
    List<String> names = group.rest().stream().map(Option::name).toList();
    if (names.contains("--set-xmark")) {
      long[] value = SaveValues.masked(required(group, "--set-xmark"));
      return new Target.SetConnectionMark(value[1], value[0]);
    }
    long packet = SaveValues.number(optional(group, "--nfmask").orElse("0xffffffff"));
    long connection = SaveValues.number(optional(group, "--ctmask").orElse("0xffffffff"));
    if (names.contains("--restore-mark")) {
      return new Target.RestoreMark(packet, connection);
    }
    if (names.contains("--save-mark")) {
      return new Target.SaveMark(packet, connection);
    }
    throw new IllegalArgumentException(group.text());
  }
}
