package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the running kernel has a feature, or can load it: by its configuration where that may be
/// read, else by what it has loaded and what lies ready. No module is ever loaded to find out.
///
/// @param release of the running kernel
public record KernelFeatureProbe(KernelFeature feature, String release)
    implements Probe<KernelFeatureProbe.Presence> {

  /// What is known of it.
  ///
  /// @param there whether it can be used
  /// @param seen in the source's own words
  public record Presence(boolean there, String seen) {}

  @Override
  public Presence observe(Host host) throws Unobservable {
    Optional<String> config = config(host);
    if (config.isEmpty()) {
      return loadable(host, "no configuration");
    }
    if (has(config.get(), feature.symbol() + "=y")) {
      return new Presence(true, feature.symbol() + "=y");
    }
    if (has(config.get(), feature.symbol() + "=m")) {
      return loadable(host, feature.symbol() + "=m");
    }
    return new Presence(false, feature.symbol() + " is not set");
  }

  @Override
  public String source() {
    return "configuration of kernel " + release;
  }

  @Override
  public String byHand() {
    return "zgrep -w %s /proc/config.gz /boot/config-%s; modinfo -n %s"
        .formatted(feature.symbol(), release, feature.module());
  }

  private Optional<String> config(Host host) throws Unobservable {
    for (String path :
        List.of(
            "/proc/config.gz", "/boot/config-" + release, "/lib/modules/" + release + "/config")) {
      Optional<String> text = read(host, path);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /// @param configured what the configuration says, if there is one
  private Presence loadable(Host host, String configured) throws Unobservable {
    Request.ListNames loaded = new Request.ListNames(Namespace.HOST, "/sys/module");
    if (has(host.ask(loaded).body(), feature.module())) {
      return new Presence(true, "/sys/module/" + feature.module());
    }
    String folder = "/lib/modules/" + release;
    Pattern file = Pattern.compile("(?m)^\\S*/" + feature.module() + "\\.ko[.a-z]*(:.*)?$");
    for (String list : List.of("/modules.builtin", "/modules.dep")) {
      Optional<String> names = read(host, folder + list);
      if (names.isPresent() && file.matcher(names.get()).find()) {
        return new Presence(true, folder + list + " has " + feature.module());
      }
    }
    return new Presence(false, configured + ", and " + folder + " has no " + feature.module());
  }

  private static boolean has(String text, String line) {
    return text.lines().anyMatch(line::equals);
  }

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
}
