package dockdiag.probes.docker;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.PortRange;
import java.util.Optional;

/// A port that was asked to be published, `-p`, `HostConfig.PortBindings`.
///
/// @param container the port inside the container
/// @param hostAddress empty where none was given: the engine's default, `ip` in its settings
/// @param hostPorts empty where the engine chooses; of a range it takes one
public record RequestedPort(
    Port container, Optional<Address> hostAddress, Optional<PortRange> hostPorts) {}
