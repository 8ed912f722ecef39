package dockdiag.playbooks.registry;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.registry.RegistrySettings;
import dockdiag.probes.registry.RegistrySettingsProbe;
import java.util.ArrayList;
import java.util.List;

/// Whom the engine asks for an image of a registry, in order: of Docker Hub its mirrors first
/// (moby, registry/service_v2.go).
///
/// @param registry as the image's name has it
public record SourcesOf(String registry) implements Inference<List<Source>> {

  private static final String HUB_URL = "https://registry-1.docker.io";

  @Override
  public List<Source> infer(Facts facts) throws Unobservable {
    RegistrySettings settings = facts.get(new RegistrySettingsProbe());
    if (!registry.equals(Reference.HUB)) {
      return List.of(
          new Source(
              Source.Kind.REGISTRY, "https://" + registry, trust(registry, settings, facts)));
    }
    List<Source> sources = new ArrayList<>();
    for (String mirror : settings.mirrors()) {
      String url = mirror.matches("https?://.*") ? mirror : "https://" + mirror;
      Source source = new Source(Source.Kind.MIRROR, url, Trust.VERIFIED);
      sources.add(new Source(Source.Kind.MIRROR, url, trust(source.host(), settings, facts)));
    }
    sources.add(new Source(Source.Kind.REGISTRY, HUB_URL, Trust.VERIFIED));
    return List.copyOf(sources);
  }

  /// By name, else by any of its addresses.
  private static Trust trust(String host, RegistrySettings settings, Facts facts)
      throws Unobservable {
    Boolean secure = settings.named().get(host);
    if (secure != null) {
      return secure ? Trust.VERIFIED : Trust.ANY;
    }
    List<Address> addresses = facts.infer(new HostName(HostName.bare(host))).addresses();
    boolean insecure =
        addresses.stream()
            .anyMatch(one -> settings.insecure().stream().anyMatch(net -> net.contains(one)));
    return insecure ? Trust.ANY : Trust.VERIFIED;
  }
}
