package dockdiag.probes.docker;

import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An image of this engine, `docker image inspect`.
///
/// @param tags `name:tag`, as many as it has
/// @param os as Go names it: `linux`
/// @param architecture as Go names it: `amd64`, `arm64`
/// @param variant of the architecture, `v7`; empty where there is none
/// @param exposedPorts what `EXPOSE` declares; it opens nothing
public record Image(
    String id,
    List<String> tags,
    String os,
    String architecture,
    String variant,
    Set<Port> exposedPorts,
    List<String> entrypoint,
    List<String> cmd,
    Map<String, String> env,
    String user) {}
