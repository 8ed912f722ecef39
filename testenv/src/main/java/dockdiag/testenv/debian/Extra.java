package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files of a single package, without what it depends on, to be laid over a host's own.
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum Extra {
  /// QEMU 7.2, which runs programs of arm64: `/usr/bin/qemu-aarch64-static`.
  QEMU(Suite.BOOKWORM, "", "qemu-user-static", List.of("./usr/bin/qemu-aarch64-static")),
  /// QEMU 10: `/usr/bin/qemu-aarch64`.
  QEMU_10(Suite.TRIXIE, "", "qemu-user", List.of("./usr/bin/qemu-aarch64")),
  /// A program of arm64, linked statically: `/bin/busybox`.
  ARM64_BUSYBOX(Suite.BOOKWORM, "arm64", "busybox-static", List.of("./bin/busybox")),
  /// setarch(8), made for the C library of Debian 13, which takes any kernel.
  SETARCH(Suite.TRIXIE, "", "util-linux", List.of("./usr/bin/setarch")),
  /// A registry that speaks HTTP and TLS, with or without passwords: `/usr/bin/docker-registry`.
  DOCKER_REGISTRY(Suite.BOOKWORM, "", "docker-registry", List.of("./usr/bin/docker-registry")),
  /// A proxy of the web: `/usr/bin/tinyproxy`.
  TINYPROXY(Suite.BOOKWORM, "", "tinyproxy-bin", List.of("./usr/bin/tinyproxy")),
  /// Podman in the place of Docker's command.
  PODMAN_DOCKER(
      Suite.BOOKWORM,
      "",
      "podman-docker",
      List.of("./usr/bin/docker", "./usr/lib/tmpfiles.d/podman-docker.conf"));

  private final Suite suite;
  private final String architecture;
  private final String name;
  private final List<String> files;

  Extra(Suite suite, String architecture, String name, List<String> files) {
    this.suite = suite;
    this.architecture = architecture;
    this.name = name;
    this.files = files;
  }

  Suite suite() {
    return suite;
  }

  /// As Debian names it; empty where it is this machine's.
  Optional<String> architecture() {
    return Optional.of(architecture).filter(one -> !one.isEmpty());
  }

  /// Its name in the lab's folder; the number at the end is raised when a recipe changes.
  String id() {
    return name
        + "-"
        + suite.codename()
        + (architecture.isEmpty() ? "" : "-" + architecture)
        + "-1";
  }

  void build(AptTree apt, Path target) throws IOException {
    Path archive = apt.single(name);
    PackageRoot root = new PackageRoot(Files.createDirectories(target));
    for (String file : files) {
      root.extract(archive, file);
    }
  }
}
