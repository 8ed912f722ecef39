package dockdiag.playbooks.registry;

import java.util.Set;

/// What may be said of Docker Hub, where a mirror was to be asked in its place.
final class Hub {

  /// Slugs.
  static final Set<String> FAULTS =
      Set.of(
          "registry-name-unresolved",
          "registry-unreachable",
          "registry-timeout",
          "registry-mtu",
          "registry-tls-untrusted",
          "registry-clock-skew",
          "registry-plain-http",
          "registry-proxy-unreachable",
          "registry-proxy-missing",
          "registry-auth-missing",
          "registry-credential-helper",
          "registry-not-found",
          "registry-rate-limit");

  private Hub() {}
}
