package dockdiag.probes.machine;

import java.time.Instant;
import java.util.Optional;

/// The Docker host, as a report's footer names it.
///
/// @param os `PRETTY_NAME` of os-release(5); `Linux` where there is none
/// @param architecture as uname(2) has it: `x86_64`
/// @param bootedAt to the second
public record Machine(
    String name, String os, String kernel, String architecture, Optional<Instant> bootedAt) {}
