package dockdiag.playbooks.registry;

import dockdiag.probes.Request.Trust;

/// Whom the engine asks.
///
/// @param url where, without a slash at its end
/// @param trust which certificates will do
public record Source(Kind kind, String url, Trust trust) {

  /// Who it is.
  public enum Kind {
    /// One that stands in for Docker Hub.
    MIRROR,
    /// The registry itself.
    REGISTRY
  }

  /// `host:port` as the URL has it.
  public String host() {
    return url.substring(url.indexOf("://") + 3).replaceFirst("/.*", "");
  }
}
