package dockdiag.probes.daemon;

import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// How the engine was told to run (dockerd(8)), the ones that matter to its network.
///
/// @param iptables whether it makes rules for IPv4
/// @param ip6tables whether it makes rules for IPv6; by default since engine 27
/// @param ipForward whether it turns forwarding on
/// @param ipMasquerade whether containers' packets take the host's address
/// @param userlandProxy whether docker-proxy answers on published ports
/// @param interContainer whether containers of the default bridge reach each other
/// @param defaultAddress where ports are published that name no address
/// @param bridgeAddress of the default bridge, with prefix length
/// @param mtu of the default bridge, a number
/// @param dns resolvers of containers that name none, parted by commas
/// @param firewallBackend `iptables` or `nftables`, since engine 29
/// @param conflicts settings that stand in the file and on the command line; the engine refuses to
///   start with them
public record DaemonSettings(
    Setting<Boolean> iptables,
    Setting<Boolean> ip6tables,
    Setting<Boolean> ipForward,
    Setting<Boolean> ipMasquerade,
    Setting<Boolean> userlandProxy,
    Setting<Boolean> interContainer,
    Setting<Boolean> liveRestore,
    Setting<Address> defaultAddress,
    Setting<String> bridgeAddress,
    Setting<String> mtu,
    Setting<String> dns,
    Setting<String> firewallBackend,
    List<String> conflicts) {

  /// Where a setting was found.
  public enum Origin {
    /// An argument of dockerd.
    COMMAND_LINE,
    /// `daemon.json`.
    FILE,
    /// In neither.
    DEFAULT,
    /// Not in what could be seen, while one of the two could not be; or its value makes no sense.
    UNSEEN
  }

  /// One setting.
  ///
  /// @param value the engine's default where it was not set; empty where that is none, or depends
  ///   on the engine's version, or where it could not be seen
  public record Setting<T>(Optional<T> value, Origin origin) {

    /// The value, empty where the engine has no default of its own.
    ///
    /// @throws Unobservable where it could not be seen
    public Optional<T> seen() throws Unobservable {
      if (origin == Origin.UNSEEN) {
        throw new Unobservable(
            Unobservable.Reason.NOT_PERMITTED,
            "daemon.json or dockerd's command line could not be read");
      }
      return value;
    }
  }
}
