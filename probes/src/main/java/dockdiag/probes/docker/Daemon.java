package dockdiag.probes.docker;

import java.util.List;
import java.util.Optional;

/// The engine about itself and its host, `docker info`.
///
/// @param version `28.5.2+dfsg4`; distributions append to it
/// @param name the host's name
/// @param architecture as uname(2) has it: `x86_64`
/// @param bridgeNfIptables whether bridged packets meet iptables; empty where the engine no longer
///   tells, 28.5 for one
/// @param firewallBackend `iptables`, `nftables`, `iptables+firewalld`; empty before engine 28,
///   and on 28 not to be believed where an environment variable asks for nftables
/// @param warnings for people, as the engine words them
public record Daemon(
    String version,
    String name,
    String operatingSystem,
    String kernel,
    String architecture,
    String rootDirectory,
    String storageDriver,
    String loggingDriver,
    boolean rootless,
    boolean liveRestore,
    boolean ipv4Forwarding,
    Optional<Boolean> bridgeNfIptables,
    Optional<String> firewallBackend,
    List<String> securityOptions,
    Swarm swarm,
    List<String> warnings) {

  /// The engine's place in a swarm.
  ///
  /// @param state `inactive`, `pending`, `active`, `error`, `locked`
  /// @param nodeAddress empty outside a swarm
  public record Swarm(String state, boolean manager, String nodeId, String nodeAddress) {

    /// Whether it takes part in one.
    public boolean isActive() {
      return state.equals("active");
    }
  }

  /// The number before the first dot of the version; 0 where there is none.
  public int majorVersion() {
    String digits = version.split("\\.", 2)[0];
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }
}
