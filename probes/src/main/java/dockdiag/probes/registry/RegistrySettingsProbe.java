package dockdiag.probes.registry;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Subnet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How the engine was told to pull.
public record RegistrySettingsProbe() implements Probe<RegistrySettings> {

  @Override
  public RegistrySettings observe(Host host) throws Unobservable {
    return EngineJson.get(host, "/info", RegistrySettingsProbe::settings);
  }

  private static RegistrySettings settings(Json info) {
    Json registries = info.at("RegistryConfig");
    Map<String, Boolean> named = new LinkedHashMap<>();
    registries
        .at("IndexConfigs")
        .members()
        .forEach((name, index) -> named.put(name, index.at("Secure").flag()));
    Map<String, String> proxies = new LinkedHashMap<>();
    info.at("HttpProxy").text(Optional::of).ifPresent(url -> proxies.put("http", url));
    info.at("HttpsProxy").text(Optional::of).ifPresent(url -> proxies.put("https", url));
    return new RegistrySettings(
        registries.at("Mirrors").items(mirror -> mirror.text().replaceFirst("/+$", "")),
        named,
        registries.at("InsecureRegistryCIDRs").items(one -> subnet(one)),
        proxies,
        info.at("NoProxy").text());
  }

  private static Subnet subnet(Json text) {
    return Subnet.parse(text.text()).orElseThrow(() -> text.misread("no subnet"));
  }

  @Override
  public String source() {
    return "docker info";
  }

  @Override
  public String byHand() {
    return "docker info --format '{{json .RegistryConfig}} {{.HTTPProxy}} {{.HTTPSProxy}}"
        + " {{.NoProxy}}'";
  }
}
