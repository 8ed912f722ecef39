package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// firewalld and ufw with all that they need, to be laid over an engine's root: hosts that have
/// neither stay as small as most are.
record FirewallLayer() {

  /// Raised when this recipe changes; old layers are then left behind and made anew.
  int version() {
    return 1;
  }

  void build(AptTree apt, Path target) throws IOException {
    PackageRoot root =
        new PackageRoot(target).unpack(apt.closure(List.of("firewalld", "ufw", "dbus", "ipset")));
    // What maintainer scripts do: ufw begins with the rules of its samples, and Python's programs
    // are compiled beforehand, which saves seconds at each start.
    String script =
        """
        cd "$1"
        cp usr/share/ufw/ufw.conf usr/share/ufw/*.rules usr/share/ufw/*.init etc/ufw/
        chroot . python3 -m compileall -q usr/lib/python3*
        """;
    Command.of("sh", "-ec", script, "sh", "" + target).text();
    root.directory("var/lib/ufw")
        // The system bus gives up root for a user of its own.
        .write(
            "etc/passwd",
            "root:x:0:0:root:/root:/bin/sh\nmessagebus:x:101:101::/nonexistent:/bin/false\n")
        .write("etc/group", "root:x:0:\nmessagebus:x:101:\ndocker:x:103:\n")
        // Root may do everything without polkit, which does not run here and is asked each time.
        .remove("usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service")
        .remove("usr/share/doc", "usr/share/man", "usr/share/locale");
  }
}
