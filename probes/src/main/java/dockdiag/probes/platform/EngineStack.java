package dockdiag.probes.platform;

import java.util.Map;
import java.util.Optional;

/// The engine and what it stands on, as it tells itself.
///
/// @param components name and version of each part: `Engine`, `containerd`, `runc`, `docker-init`,
///   or `Podman Engine`
/// @param api the newest version of its API that it speaks, `1.45`
/// @param leastApi the oldest
/// @param kernel the release that the engine sees, and so do its containers
/// @param architecture of the kernel, as uname(2) has it
/// @param cgroupVersion `1` or `2`; empty before engine 20.10
/// @param storageDriver `overlay2`, `vfs`, `overlayfs`
public record EngineStack(
    Map<String, String> components,
    String api,
    String leastApi,
    String kernel,
    String architecture,
    String cgroupVersion,
    String storageDriver,
    boolean inSwarm) {

  public EngineStack {
    components = Map.copyOf(components);
  }

  /// The version of a part; empty where it is not there or not understood.
  public Optional<Version> version(String component) {
    return Optional.ofNullable(components.get(component)).flatMap(Version::parse);
  }
}
