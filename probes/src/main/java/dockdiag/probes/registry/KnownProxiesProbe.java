package dockdiag.probes.registry;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.registry.KnownProxiesProbe.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The proxies that files of the host name, whether the engine knows them or not: for logins
/// (environment(5)), and for the engine's service (systemd.exec(5)), where it may stand since after
/// its start.
public record KnownProxiesProbe() implements Probe<List<Known>> {

  private static final String LOGINS = "/etc/environment";
  private static final String SERVICE = "/etc/systemd/system/docker.service.d";
  private static final Pattern PROXY =
      Pattern.compile(
          "(?im)^[^#\\n]*?\\b(https?_proxy)=[\"']?((?:https?://)?(?:[^\\s\"'/@]*@)?[^\\s\"'@]+)");

  /// One of them.
  ///
  /// @param url without a name or a password
  public record Known(String file, String url) {}

  @Override
  public List<Known> observe(Host host) throws Unobservable {
    List<Known> known = new ArrayList<>();
    find(host, LOGINS, known);
    for (String name : names(host)) {
      if (name.endsWith(".conf")) {
        find(host, SERVICE + "/" + name, known);
      }
    }
    return List.copyOf(known);
  }

  private static List<String> names(Host host) throws Unobservable {
    try {
      return host.ask(new Request.ListNames(Namespace.HOST, SERVICE)).body().lines().toList();
    } catch (Unobservable none) {
      if (none.reason() == Reason.NOT_PRESENT) {
        return List.of();
      }
      throw none;
    }
  }

  private static void find(Host host, String file, List<Known> known) throws Unobservable {
    try {
      Matcher proxy = PROXY.matcher(host.ask(new Request.ReadFile(Namespace.HOST, file)).body());
      while (proxy.find()) {
        known.add(new Known(file, proxy.group(2).replaceFirst("//[^/@]*@", "//")));
      }
    } catch (Unobservable none) {
      if (none.reason() != Reason.NOT_PRESENT) {
        throw none;
      }
    }
  }

  @Override
  public String source() {
    return LOGINS + ", " + SERVICE;
  }

  @Override
  public String byHand() {
    return "grep -ri _proxy " + LOGINS + " " + SERVICE;
  }
}
