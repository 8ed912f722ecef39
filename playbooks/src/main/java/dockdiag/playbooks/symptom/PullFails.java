package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.registry.MirrorDead;
import dockdiag.playbooks.registry.MirrorSettingsInvalid;
import dockdiag.playbooks.registry.PlatformNotInManifest;
import dockdiag.playbooks.registry.Pull;
import dockdiag.playbooks.registry.Reference;
import dockdiag.playbooks.registry.RegistryAuthMissing;
import dockdiag.playbooks.registry.RegistryClockSkew;
import dockdiag.playbooks.registry.RegistryCredentialHelperMissing;
import dockdiag.playbooks.registry.RegistryMtu;
import dockdiag.playbooks.registry.RegistryNameUnresolved;
import dockdiag.playbooks.registry.RegistryNotFound;
import dockdiag.playbooks.registry.RegistryPlainHttp;
import dockdiag.playbooks.registry.RegistryProxyMissing;
import dockdiag.playbooks.registry.RegistryProxyUnreachable;
import dockdiag.playbooks.registry.RegistryRateLimit;
import dockdiag.playbooks.registry.RegistryTimeout;
import dockdiag.playbooks.registry.RegistryTlsUntrusted;
import dockdiag.playbooks.registry.RegistryUnreachable;
import dockdiag.playbooks.registry.Source;
import dockdiag.playbooks.registry.SourcesOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.registry.EnginePlatformProbe;
import dockdiag.probes.registry.RegistrySettings;
import dockdiag.probes.registry.RegistrySettingsProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An image that the engine does not pull.
public final class PullFails implements Playbook<Pull> {

  /// While the engine is down.
  private static final List<Check<? super Pull>> SETTINGS = List.of(new MirrorSettingsInvalid());

  private static final List<Check<? super Pull>> MIRROR = List.of(new MirrorDead());

  /// From the name of the registry to the image in it.
  private static final List<Check<? super Pull>> REGISTRY =
      List.of(
          new MirrorSettingsInvalid(),
          new RegistryNameUnresolved(),
          new RegistryProxyMissing(),
          new RegistryProxyUnreachable(),
          new RegistryUnreachable(),
          new RegistryTimeout(),
          new RegistryMtu(),
          new RegistryPlainHttp(),
          new RegistryClockSkew(),
          new RegistryTlsUntrusted(),
          new RegistryCredentialHelperMissing(),
          new RegistryAuthMissing(),
          new RegistryRateLimit(),
          new RegistryNotFound(),
          new PlatformNotInManifest());

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public List<Check<? super Pull>> checks() {
    return Stream.of(MIRROR, REGISTRY).flatMap(List::stream).toList();
  }

  @Override
  public List<Check<? super Pull>> checks(Pull scope) {
    if (scope.source().isEmpty()) {
      return SETTINGS;
    }
    return scope.isOfMirror() ? MIRROR : REGISTRY;
  }

  /// The mirrors and registries that the engine's settings name; nobody else is asked.
  @Override
  public List<Pull> everywhere(Facts facts) throws Unobservable {
    List<Pull> pulls = new ArrayList<>();
    for (Reference registry : registries(facts)) {
      for (Source source : facts.infer(new SourcesOf(registry.registry()))) {
        if (!registry.registry().equals(Reference.HUB) || source.kind() == Source.Kind.MIRROR) {
          pulls.add(Pull.of(registry, source));
        }
      }
    }
    return pulls;
  }

  @Override
  public void prepare(Pull asked, Facts facts) {
    facts.prepare(List.of(new RegistrySettingsProbe(), new EnginePlatformProbe()));
  }

  /// Whom the engine asks, as far as it comes to ask them; while it is down, what may be the
  /// reason.
  @Override
  public List<Pull> scopes(Pull asked, Facts facts) throws Unobservable {
    if (asked.source().isPresent()) {
      return List.of(asked);
    }
    List<Pull> scopes = new ArrayList<>();
    try {
      List<Reference> images =
          asked.image().isPresent() ? List.of(asked.image().get()) : registries(facts);
      for (Reference image : images) {
        scopes.addAll(sources(image, facts));
      }
    } catch (Unobservable engine) {
      if (engine.reason() != Reason.UNREACHABLE || !MirrorSettingsInvalid.isIn(facts)) {
        throw engine;
      }
      scopes.add(Pull.ANY);
    }
    return scopes;
  }

  private static List<Pull> sources(Reference image, Facts facts) throws Unobservable {
    List<Pull> asked = new ArrayList<>();
    for (Source source : facts.infer(new SourcesOf(image.registry()))) {
      Pull pull = Pull.of(image, source);
      asked.add(pull);
      if (works(pull, facts)) {
        return asked;
      }
    }
    return asked;
  }

  private static boolean works(Pull pull, Facts facts) {
    try {
      return pull.stop(facts).isEmpty();
    } catch (Unobservable unknown) {
      return false;
    }
  }

  private static List<Reference> registries(Facts facts) throws Unobservable {
    RegistrySettings settings = facts.get(new RegistrySettingsProbe());
    return Stream.concat(
            Stream.of(Reference.HUB),
            settings.named().keySet().stream().filter(name -> !name.equals(Reference.HUB)).sorted())
        .map(Reference::registry)
        .toList();
  }

  @Override
  public List<Evidence> stages(Pull scope, Facts facts) {
    return scope.source().isEmpty() ? List.of() : scope.hops(facts);
  }
}
