package dockdiag.testenv;

import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.debian.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Who writes the rules of a lab host: the engine in one of its ways, and a firewall beside it.
public enum PacketFilter {
  /// The engine, through iptables-nft, as Debian has it; what a host has that asks for no other.
  IPTABLES_NFT,
  /// The engine, through iptables-legacy: `update-alternatives --set iptables` and its kin.
  IPTABLES_LEGACY,
  /// The engine leaves it to [NftablesBackend], which puts its rules as Docker 29 does there.
  NFTABLES,
  /// Beside the engine firewalld on a system bus of the host's own, whose zone of eth0 is
  /// `public`; `firewall-cmd` speaks to it. An engine that finds it has it run its rules.
  FIREWALLD,
  /// Beside the engine ufw, enabled with its defaults: incoming connections are denied.
  UFW;

  private static final List<String> IPTABLES =
      List.of(
          "iptables",
          "iptables-save",
          "iptables-restore",
          "ip6tables",
          "ip6tables-save",
          "ip6tables-restore");

  /// The root folders that a host is made of, an upper one before a lower one.
  List<Path> layers(LabFolder folder, Suite suite) {
    Path engine = folder.engine(suite);
    return switch (this) {
      case IPTABLES_NFT, IPTABLES_LEGACY, NFTABLES -> List.of(engine);
      case FIREWALLD, UFW -> List.of(folder.firewalls(suite), engine);
    };
  }

  /// dockerd's arguments.
  List<String> arguments() {
    return this == NFTABLES ? List.of("--iptables=false", "--ip6tables=false") : List.of();
  }

  /// What is done before the engine starts.
  void prepare(Isolation isolation) {
    switch (this) {
      case IPTABLES_NFT, NFTABLES -> {}
      case IPTABLES_LEGACY -> IPTABLES.forEach(name -> toLegacy(isolation, name));
      case FIREWALLD -> startFirewalld(isolation);
      case UFW -> isolation.inside(List.of("ufw", "--force", "enable")).text();
    }
  }

  private static void toLegacy(Isolation isolation, String name) {
    isolation.inside(List.of("ln", "-sf", "xtables-legacy-multi", "/usr/sbin/" + name)).text();
  }

  private static void startFirewalld(Isolation isolation) {
    isolation.inside(List.of("mkdir", "-p", "/run/dbus")).text();
    startDaemon(isolation, "dbus-daemon --system --nofork --nopidfile");
    Path bus = isolation.path("/run/dbus/system_bus_socket");
    DockerHost.awaitThat("the system bus", () -> Files.exists(bus));
    startDaemon(isolation, "firewalld --nofork --nopid");
    DockerHost.awaitThat(
        "firewalld to run",
        () -> isolation.inside(List.of("firewall-cmd", "--state")).run().status() == 0);
  }

  private static void startDaemon(Isolation isolation, String line) {
    Isolation.launch(isolation.inside(List.of(line.split(" "))), isolation.state(), "firewall.log");
  }
}
