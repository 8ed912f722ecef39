package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Elements.Data;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Ipset.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `ipset save`, ipset 7.
final class IpsetReading {

  /// Their sets hold more than their elements show: masks of addresses, exceptions.
  private static final Set<String> UNMODELLED = Set.of("netmask", "bitmask", "nomatch");

  /// Of others the kernel takes other numbers for a port.
  private static final Set<String> PORTS = Set.of("tcp", "udp", "sctp", "udplite");

  private final Map<String, Ipset> created = new LinkedHashMap<>();
  private final Map<String, List<Element>> added = new HashMap<>();
  private final Set<String> strange = new HashSet<>();

  List<Ipset> read(String text) {
    for (String line : text.lines().takeWhile(one -> !one.equals("--")).toList()) {
      List<String> words = List.of(line.strip().split(" +"));
      if (words.size() >= 3) {
        read(words);
      }
    }
    return created.values().stream()
        .filter(set -> !strange.contains(set.name()))
        .map(this::filled)
        .toList();
  }

  private Ipset filled(Ipset set) {
    return new Ipset(
        set.name(), set.family(), set.dimensions(), added.getOrDefault(set.name(), List.of()));
  }

  private void read(List<String> words) {
    String name = words.get(1);
    try {
      if (words.stream().anyMatch(UNMODELLED::contains)) {
        throw new IllegalArgumentException(words.toString());
      }
      switch (words.getFirst()) {
        case "create" -> created.put(name, set(words));
        case "add" ->
            added
                .computeIfAbsent(name, absent -> new ArrayList<>())
                .add(element(created.get(name), words.get(2)));
        default -> throw new IllegalArgumentException(words.getFirst());
      }
    } catch (IllegalArgumentException notUnderstood) {
      strange.add(name);
    }
  }

  /// `create blocked hash:ip,port family inet hashsize 1024 maxelem 65536`.
  private static Ipset set(List<String> words) {
    String type = words.get(2);
    List<Dimension> dimensions =
        Stream.of(type.substring(type.indexOf(':') + 1).split(","))
            .map(part -> dimension(type, part))
            .toList();
    Optional<Family> family =
        dimensions.contains(Dimension.ADDRESS)
            ? Optional.of(words.contains("inet6") ? Family.IP6 : Family.IP)
            : Optional.empty();
    return new Ipset(words.get(1), family, dimensions, List.of());
  }

  private static Dimension dimension(String type, String part) {
    return switch (part) {
      case "ip", "net" -> Dimension.ADDRESS;
      case "port" -> type.startsWith("bitmap:") ? Dimension.PORT : Dimension.PROTOCOL_AND_PORT;
      default -> throw new IllegalArgumentException(type);
    };
  }

  /// `192.0.2.1,tcp:80`.
  private static Element element(@Nullable Ipset set, String text) {
    String[] parts = text.split(",");
    if (set == null || parts.length != set.dimensions().size()) {
      throw new IllegalArgumentException(text);
    }
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      operands.addAll(operands(set.dimensions().get(i), parts[i]));
    }
    return new Element(operands, new Data.None());
  }

  private static List<Operand> operands(Dimension dimension, String text) {
    return switch (dimension) {
      case ADDRESS ->
          List.of(text.contains("-") ? SaveValues.range(text) : SaveValues.addresses(text));
      case PORT -> List.of(port(text));
      case PROTOCOL_AND_PORT -> {
        String[] parts = text.split(":", 2);
        if (parts.length < 2 || !PORTS.contains(parts[0])) {
          throw new IllegalArgumentException(text);
        }
        yield List.of(SaveValues.protocol(parts[0]), port(parts[1]));
      }
    };
  }

  private static Operand port(String text) {
    return SaveValues.ports(text.replace('-', ':'));
  }
}
