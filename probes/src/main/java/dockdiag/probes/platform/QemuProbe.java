package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of an emulator of QEMU's, as it says itself.
///
/// @param path of the file on the host, as it is registered
public record QemuProbe(String path) implements Probe<Version> {

  private static final Pattern NAME =
      Pattern.compile("/[A-Za-z0-9_./-]*/qemu-[a-z0-9_]+(-static)?");
  private static final Pattern SAYS = Pattern.compile("(?m)^qemu-\\S+ version (\\S+)");

  /// Whether the file is by its name an emulator of QEMU's, so that it may be asked; nothing else
  /// is ever run.
  public static boolean isQemu(String path) {
    return NAME.matcher(path).matches() && !path.contains("/..");
  }

  @Override
  public Version observe(Host host) throws Unobservable {
    if (!isQemu(path)) {
      throw Unobservable.notUnderstood("emulator", path);
    }
    String said =
        host.ask(new Request.RunCommand(Namespace.HOST, List.of(path, "--version"))).body();
    Matcher matcher = SAYS.matcher(said);
    return (matcher.find() ? Version.parse(matcher.group(1)) : Optional.<Version>empty())
        .orElseThrow(() -> Unobservable.notUnderstood(path + " --version", said));
  }

  @Override
  public String source() {
    return path + " --version";
  }

  @Override
  public String byHand() {
    return path + " --version";
  }
}
