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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the engine was told to run; what cannot be seen for lack of permission is
/// [DaemonSettings.Origin#UNSEEN].
///
/// The command line is that of the process behind the engine's socket, or, where a service manager
/// holds the socket for it, of the one that the engine's pid file names.
public record DaemonSettingsProbe() implements Probe<DaemonSettings> {

  static final String FILE = "/etc/docker/daemon.json";
  private static final String PID_FILE = "/run/docker.pid";
  private static final Pattern PID = Pattern.compile("(?m)^pid: (\\d{1,9})$");

  @Override
  public DaemonSettings observe(Host host) throws Unobservable {
    Optional<CommandLine> commandLine = commandLine(host);
    String path = path(commandLine);
    Optional<String> file = file(host, path);
    return file.isEmpty()
        ? new SettingsReading(commandLine, Optional.empty()).settings()
        : Json.read(
            path,
            file.get(),
            json -> new SettingsReading(commandLine, Optional.of(json)).settings());
  }

  @Override
  public String source() {
    return FILE + ", dockerd's command line";
  }

  @Override
  public String byHand() {
    return "cat " + FILE + "; tr '\\0' ' ' < /proc/$(pidof dockerd)/cmdline";
  }

  static String path(Optional<CommandLine> commandLine) {
    return commandLine.flatMap(line -> line.value("config-file")).orElse(FILE);
  }

  static Optional<CommandLine> commandLine(Host host) {
    return ofPeer(host).or(() -> ofPidFile(host));
  }

  private static Optional<CommandLine> ofPeer(Host host) {
    try {
      Matcher pid = PID.matcher(host.ask(new Request.EnginePeer()).body());
      // the kernel numbers the peer as dockdiag's own pid namespace does
      return pid.find() ? of(host, Namespace.SELF, pid.group(1)) : Optional.empty();
    } catch (Unobservable hidden) {
      return Optional.empty();
    }
  }

  private static Optional<CommandLine> ofPidFile(Host host) {
    try {
      String pid = host.ask(new Request.ReadFile(Namespace.HOST, PID_FILE)).body().strip();
      return pid.matches("\\d{1,9}") ? of(host, Namespace.HOST, pid) : Optional.empty();
    } catch (Unobservable hidden) {
      return Optional.empty();
    }
  }

  private static Optional<CommandLine> of(Host host, Namespace namespace, String pid)
      throws Unobservable {
    String path = "/proc/" + pid + "/cmdline";
    String text = host.ask(new Request.ReadFile(namespace, path)).body();
    return CommandLine.ofDockerd(List.of(text.split("\0")));
  }

  /// Empty where the file may not be read; no file says nothing, as `{}` does.
  private static Optional<String> file(Host host, String path) {
    try {
      String text = host.ask(new Request.ReadFile(Namespace.HOST, path)).body();
      return Optional.of(text.isBlank() ? "{}" : text);
    } catch (Unobservable failure) {
      return failure.reason() == Reason.NOT_PRESENT ? Optional.of("{}") : Optional.empty();
    }
  }
}
