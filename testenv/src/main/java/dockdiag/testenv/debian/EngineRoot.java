package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The root folder of a Docker host: the suite's engine, its packet filters, and a shell's tools.
record EngineRoot(Suite suite) {
  private static final List<String> IPTABLES =
      List.of(
          "iptables",
          "iptables-save",
          "iptables-restore",
          "ip6tables",
          "ip6tables-save",
          "ip6tables-restore");

  /// Raised when this recipe changes; old roots are then left behind and made anew.
  int version() {
    return 3;
  }

  void build(AptTree apt, Path target) throws IOException {
    PackageRoot root = new PackageRoot(target).unpack(apt.closure(packages()));
    // Busybox's own shell would take its applets before the commands of the packages.
    root.link("usr/bin/sh", "bash").fillWithBusybox();
    for (String name : IPTABLES) {
      root.link("usr/sbin/" + name, "xtables-nft-multi");
    }
    root.directory("etc/docker").directory("opt").directory("lab").directory("var/lib/docker");
    // Without hosts and a server that refuses at once the engine waits for DNS at each start.
    root.write("etc/hosts", "127.0.0.1 localhost\n::1 localhost\n")
        .write("etc/resolv.conf", "nameserver 192.0.2.53\n")
        .write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")
        .write("etc/group", "root:x:0:\ndocker:x:103:\n")
        .write("usr/lib/os-release", osRelease())
        .link("etc/os-release", "../usr/lib/os-release")
        .remove("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/zsh");
  }

  private List<String> packages() {
    String names = "docker.io containerd runc iptables nftables iproute2 conntrack";
    String tools = " bash coreutils procps busybox-static";
    // Bookworm has the command `docker` in docker.io.
    String client = suite == Suite.BOOKWORM ? "" : " docker-cli";
    return List.of((names + tools + client).split(" "));
  }

  private String osRelease() {
    return """
    PRETTY_NAME="Debian GNU/Linux %1$d (%2$s)"
    NAME="Debian GNU/Linux"
    VERSION_ID="%1$d"
    ID=debian
    """
        .formatted(suite.version(), suite.codename());
  }
}
