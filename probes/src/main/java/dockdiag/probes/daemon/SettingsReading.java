package dockdiag.probes.daemon;

import dockdiag.probes.daemon.DaemonSettings.Origin;
import dockdiag.probes.daemon.DaemonSettings.Setting;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts command line, file and defaults together.
final class SettingsReading {

  private final Optional<CommandLine> commandLine;
  private final Optional<Json> file;
  private final List<String> conflicts = new ArrayList<>();

  SettingsReading(Optional<CommandLine> commandLine, Optional<Json> file) {
    this.commandLine = commandLine;
    this.file = file;
  }

  DaemonSettings settings() {
    return new DaemonSettings(
        flag("iptables", Optional.of(true)),
        flag("ip6tables", Optional.empty()),
        flag("ip-forward", Optional.of(true)),
        flag("ip-masq", Optional.of(true)),
        flag("userland-proxy", Optional.of(true)),
        flag("icc", Optional.of(true)),
        flag("live-restore", Optional.of(false)),
        setting("ip", Address::parse, Optional.of(Address.ANY4)),
        setting("bip", Optional::of, Optional.empty()),
        setting("mtu", Optional::of, Optional.empty()),
        setting("dns", Optional::of, Optional.empty()),
        setting("firewall-backend", Optional::of, Optional.empty()),
        List.copyOf(conflicts));
  }

  private Setting<Boolean> flag(String name, Optional<Boolean> standard) {
    return setting(name, SettingsReading::truth, standard);
  }

  private <T> Setting<T> setting(
      String name, Function<String, Optional<T>> reading, Optional<T> standard) {
    Optional<String> argument = commandLine.flatMap(line -> line.value(name));
    Optional<String> written = file.flatMap(json -> written(json.at(name)));
    if (argument.isPresent() && written.isPresent()) {
      conflicts.add(name);
    }
    if (argument.isPresent()) {
      Optional<T> value = argument.flatMap(reading);
      return new Setting<>(value, value.isEmpty() ? Origin.UNSEEN : Origin.COMMAND_LINE);
    }
    if (written.isPresent()) {
      Optional<T> value = written.flatMap(reading);
      return new Setting<>(value, value.isEmpty() ? Origin.UNSEEN : Origin.FILE);
    }
    return commandLine.isPresent() && file.isPresent()
        ? new Setting<>(standard, Origin.DEFAULT)
        : new Setting<>(Optional.empty(), Origin.UNSEEN);
  }

  private static Optional<String> written(Json json) {
    if (json.isAbsent()) {
      return Optional.empty();
    }
    return Optional.of(
        json.element().isJsonPrimitive()
            ? json.element().getAsString()
            : String.join(",", json.texts()));
  }

  /// As Go's flags are written; a flag without a value is true.
  private static Optional<Boolean> truth(String word) {
    return switch (word) {
      case "", "true", "TRUE", "True", "t", "T", "1" -> Optional.of(true);
      case "false", "FALSE", "False", "f", "F", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
