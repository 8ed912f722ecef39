package dockdiag.probes.machine;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Docker host: name, system, kernel, architecture, start.
public record MachineProbe() implements Probe<Machine> {

  private static final Pattern PRETTY_NAME =
      Pattern.compile("(?m)^PRETTY_NAME=([\"']?)(.*?)\\1\\s*$");
  private static final Pattern BOOT_TIME = Pattern.compile("(?m)^btime (\\d{1,12})$");

  @Override
  public Machine observe(Host host) throws Unobservable {
    return new Machine(
        line(host, "/proc/sys/kernel/hostname"),
        read(host, "/etc/os-release").flatMap(text -> find(PRETTY_NAME, 2, text)).orElse("Linux"),
        line(host, "/proc/sys/kernel/osrelease"),
        architecture(host),
        read(host, "/proc/stat")
            .flatMap(text -> find(BOOT_TIME, 1, text))
            .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds))));
  }

  @Override
  public String source() {
    return "uname";
  }

  @Override
  public String byHand() {
    return "uname -a; cat /etc/os-release";
  }

  /// The file is there since Linux 6.1.
  private static String architecture(Host host) throws Unobservable {
    Optional<String> file = read(host, "/proc/sys/kernel/arch");
    if (file.isPresent()) {
      return file.get().strip();
    }
    List<String> uname = List.of("uname", "-m");
    return host.ask(new Request.RunCommand(Namespace.HOST, uname))
        .body()
        .lines()
        .findFirst()
        .orElse("")
        .strip();
  }

  private static String line(Host host, String path) throws Unobservable {
    return host.ask(new Request.ReadFile(Namespace.HOST, path)).body().strip();
  }

  /// A file that some systems lack.
  private static Optional<String> read(Host host, String path) throws Unobservable {
    try {
      return Optional.of(host.ask(new Request.ReadFile(Namespace.HOST, path)).body());
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  private static Optional<String> find(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
  }
}
