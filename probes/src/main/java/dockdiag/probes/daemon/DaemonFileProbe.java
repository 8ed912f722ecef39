package dockdiag.probes.daemon;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the engine could start with its settings file and its command line as they are now.
public record DaemonFileProbe() implements Probe<DaemonFile> {

  @Override
  public DaemonFile observe(Host host) throws Unobservable {
    Optional<CommandLine> flags = DaemonSettingsProbe.commandLine(host);
    String path = DaemonSettingsProbe.path(flags);
    String text = text(host, path);
    List<String> names;
    try {
      names = Json.read(path, text, json -> List.copyOf(json.members().keySet()));
    } catch (Unobservable nonsense) {
      return new DaemonFile(path, Optional.of(nonsense.detail()), List.of());
    }
    if (flags.isEmpty() && !names.isEmpty()) {
      throw new Unobservable(Reason.NOT_PERMITTED, "dockerd's command line");
    }
    return new DaemonFile(
        path,
        Optional.empty(),
        names.stream().filter(name -> flags.filter(line -> has(line, name)).isPresent()).toList());
  }

  @Override
  public String source() {
    return DaemonSettingsProbe.FILE + ", dockerd's command line";
  }

  @Override
  public String byHand() {
    return "dockerd --validate --config-file " + DaemonSettingsProbe.FILE;
  }

  /// No file says nothing, as `{}` does.
  private static String text(Host host, String path) throws Unobservable {
    try {
      String text = host.ask(new Request.ReadFile(Namespace.HOST, path)).body();
      return text.isBlank() ? "{}" : text;
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return "{}";
      }
      throw absent;
    }
  }

  /// What may be given more than once is called in the plural in the file: `hosts`, and `--host`;
  /// `insecure-registries` (dockerd(8)).
  private static boolean has(CommandLine line, String name) {
    return Stream.of(name, name.replaceAll("s$", ""), name.replaceAll("ies$", "y"))
        .anyMatch(flag -> line.value(flag).isPresent());
  }
}
