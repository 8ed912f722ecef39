package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.registry.MirrorDead;
import dockdiag.testenv.scenario.registry.MirrorSettingsInvalid;
import dockdiag.testenv.scenario.registry.MirrorSpeaksTls;
import dockdiag.testenv.scenario.registry.PlatformNotInManifest;
import dockdiag.testenv.scenario.registry.RegistryAuthMissing;
import dockdiag.testenv.scenario.registry.RegistryClockSkew;
import dockdiag.testenv.scenario.registry.RegistryCredentialHelperMissing;
import dockdiag.testenv.scenario.registry.RegistryMtu;
import dockdiag.testenv.scenario.registry.RegistryNameUnresolved;
import dockdiag.testenv.scenario.registry.RegistryNotFound;
import dockdiag.testenv.scenario.registry.RegistryPlainHttp;
import dockdiag.testenv.scenario.registry.RegistryProxyHangs;
import dockdiag.testenv.scenario.registry.RegistryProxyMissing;
import dockdiag.testenv.scenario.registry.RegistryProxyRefuses;
import dockdiag.testenv.scenario.registry.RegistryProxyUnreachable;
import dockdiag.testenv.scenario.registry.RegistryRateLimit;
import dockdiag.testenv.scenario.registry.RegistryTimeout;
import dockdiag.testenv.scenario.registry.RegistryTlsExpired;
import dockdiag.testenv.scenario.registry.RegistryTlsUntrusted;
import dockdiag.testenv.scenario.registry.RegistryTlsWrongName;
import dockdiag.testenv.scenario.registry.RegistryUnreachable;
import java.util.List;

/// Those of images that are not pulled.
final class RegistryScenarios {

  static final List<Scenario> ALL =
      List.of(
          new MirrorDead(),
          new MirrorSettingsInvalid(),
          new MirrorSpeaksTls(),
          new PlatformNotInManifest(),
          new RegistryAuthMissing(),
          new RegistryClockSkew(),
          new RegistryCredentialHelperMissing(),
          new RegistryMtu(),
          new RegistryNameUnresolved(),
          new RegistryNotFound(),
          new RegistryPlainHttp(),
          new RegistryProxyHangs(),
          new RegistryProxyMissing(),
          new RegistryProxyRefuses(),
          new RegistryProxyUnreachable(),
          new RegistryRateLimit(),
          new RegistryTimeout(),
          new RegistryTlsExpired(),
          new RegistryTlsUntrusted(),
          new RegistryTlsWrongName(),
          new RegistryUnreachable());

  private RegistryScenarios() {}
}
