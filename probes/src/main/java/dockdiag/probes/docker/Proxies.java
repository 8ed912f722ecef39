package dockdiag.probes.docker;

import java.util.Optional;

/// The proxies by which the engine itself asks the outside, as its settings or its environment name
/// them (`docker info`); containers have none of that.
public record Proxies(Optional<String> http, Optional<String> https) {}
