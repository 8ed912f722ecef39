package dockdiag.testenv;

import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.debian.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How a host's engine is started.
public final class HostSetup {
  final Suite suite;
  private final List<String> arguments = new ArrayList<>();
  private String daemonJson = "";
  PacketFilter filter = PacketFilter.IPTABLES_NFT;
  private final List<Extra> extras = new ArrayList<>();
  List<String> under = List.of();
  Isolation.Users users = Isolation.Users.OF_THE_MACHINE;

  HostSetup(Suite suite) {
    this.suite = suite;
  }

  /// More of dockerd's arguments.
  public HostSetup dockerd(String... words) {
    arguments.addAll(List.of(words));
    return this;
  }

  /// A command of the host that carries out that of the engine, such as setarch(8).
  public HostSetup under(String... words) {
    under = List.of(words);
    return this;
  }

  /// The text of `/etc/docker/daemon.json`.
  public HostSetup daemonJson(String text) {
    daemonJson = text;
    return this;
  }

  /// Who writes the rules; [PacketFilter#IPTABLES_NFT] unless said otherwise.
  public HostSetup filter(PacketFilter choice) {
    filter = choice;
    return this;
  }

  /// With a user namespace and handlers of binfmt_misc of its own, none at first (Linux 6.7).
  public HostSetup ownHandlers() {
    users = Isolation.Users.ITS_OWN;
    return this;
  }

  public DockerHost start() {
    return new DockerHost(this);
  }

  List<String> arguments() {
    return Stream.concat(filter.arguments().stream(), arguments.stream()).toList();
  }

  /// Files of a package that are there before the engine starts.
  public HostSetup install(Extra extra) {
    extras.add(extra);
    return this;
  }

  void configure(Isolation isolation) {
    extras.forEach(extra -> isolation.lay(LabFolder.standard().extra(extra), "/"));
    if (!daemonJson.isEmpty()) {
      isolation.write("/etc/docker/daemon.json", daemonJson);
    }
    filter.prepare(isolation);
  }
}
