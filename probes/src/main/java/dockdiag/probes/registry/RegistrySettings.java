package dockdiag.probes.registry;

import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Map;

/// How the engine was told to pull, as it runs now: its file, its command line and its environment
/// together (`docker info`).
///
/// @param mirrors asked before docker.io, in order, URLs without a slash at their end
/// @param named registries that the settings name, and whether TLS is asked of them
/// @param insecure addresses of registries of which no TLS is asked
/// @param proxies by the scheme of what is asked: `http`, `https`; passwords are masked by the
///   engine
/// @param noProxy whom it asks directly, as it stands in `NO_PROXY`
public record RegistrySettings(
    List<String> mirrors,
    Map<String, Boolean> named,
    List<Subnet> insecure,
    Map<String, String> proxies,
    String noProxy) {

  public RegistrySettings {
    mirrors = List.copyOf(mirrors);
    named = Map.copyOf(named);
    insecure = List.copyOf(insecure);
    proxies = Map.copyOf(proxies);
  }
}
