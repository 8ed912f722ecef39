package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An image made of Debian 12's packages, so that no registry is needed; the same on all engines.
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum Image {
  /// Busybox, static: httpd, nc, sleep and a page at /var/www. It exposes nothing.
  BOX("lab/box:1", List.of("sh"), "", List.of()),
  /// The same, exposing 8080 and serving its page there.
  WEB("lab/web:1", List.of("httpd", "-f", "-p", "8080", "-h", "/var/www"), "8080/tcp", List.of()),
  /// MariaDB 10.11 as Debian configures it: bind-address 127.0.0.1. Root has no password.
  MARIADB(
      "lab/mysql:10.11",
      List.of("mysqld", "--user=root"),
      "3306/tcp",
      List.of("mariadb-server-core", "mariadb-client-core", "mariadb-common")),
  /// Redis 7 as Debian configures it: bind 127.0.0.1, protected mode.
  REDIS(
      "lab/redis:7",
      List.of("redis-server", "/etc/redis/redis.conf", "--daemonize", "no", "--logfile", ""),
      "6379/tcp",
      List.of("redis-server", "redis-tools")),
  /// nginx, serving a page at port 80.
  NGINX("lab/nginx:1", List.of("nginx", "-g", "daemon off;"), "80/tcp", List.of("nginx-light")),
  /// socat: a server of any kind; by itself it sends UDP datagrams to port 53 back.
  SOCAT(
      "lab/socat:1", List.of("socat", "UDP-RECVFROM:53,fork", "PIPE"), "53/udp", List.of("socat"));

  private final String reference;
  private final List<String> command;
  private final String exposed;
  private final List<String> packages;

  Image(String reference, List<String> command, String exposed, List<String> packages) {
    this.reference = reference;
    this.command = command;
    this.exposed = exposed;
    this.packages = packages;
  }

  /// Name and tag, as a container is created with.
  public String reference() {
    return reference;
  }

  /// What it runs when nothing else is asked for.
  public List<String> command() {
    return command;
  }

  /// Its name in the lab's folder; the number at the end is raised when a recipe changes.
  String id() {
    return reference.replace('/', '-').replace(':', '-') + "-3.tar";
  }

  void build(AptTree apt, Path target) throws IOException {
    Path workshop = target.resolveSibling(target.getFileName() + ".d");
    PackageRoot root = new PackageRoot(workshop.resolve("root"));
    List<String> wanted = new ArrayList<>(packages);
    wanted.add("busybox-static");
    root.unpack(apt.closure(wanted)).fillWithBusybox();
    users(root);
    furnish(root, apt);
    root.remove("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/info")
        .remove("usr/lib/*-linux-gnu/gconv");
    new ImageArchive(reference, command, exposed).write(workshop, target);
  }

  private void furnish(PackageRoot root, AptTree apt) throws IOException {
    switch (this) {
      case SOCAT -> {}
      case BOX, WEB -> root.write("var/www/index.html", "hello\n");
      case MARIADB -> installDatabase(root, apt);
      case REDIS ->
          root.directory("var/lib/redis")
              .directory("var/log/redis")
              .remove("usr/share/perl*", "usr/lib/*-linux-gnu/perl*", "usr/bin/perl*")
              .remove("usr/lib/*-linux-gnu/libperl*");
      case NGINX ->
          root.directory("var/log/nginx")
              .directory("var/lib/nginx")
              .link("etc/nginx/sites-enabled/default", "../sites-available/default")
              .write("var/www/html/index.html", "hello\n");
    }
  }

  private static void users(PackageRoot root) throws IOException {
    root.write(
            "etc/passwd",
            """
            root:x:0:0:root:/root:/bin/sh
            mysql:x:101:101::/nonexistent:/bin/false
            www-data:x:33:33::/var/www:/bin/false
            redis:x:102:102::/var/lib/redis:/bin/false
            nobody:x:65534:65534::/:/bin/false
            """)
        .write(
            "etc/group",
            "root:x:0:\nmysql:x:101:\nwww-data:x:33:\nredis:x:102:\nadm:x:4:\nnogroup:x:65534:\n")
        .write("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
  }

  private static void installDatabase(PackageRoot root, AptTree apt) throws IOException {
    // bind-address = 127.0.0.1 is in the package mariadb-server, not in -core.
    root.extract(apt.single("mariadb-server"), "./etc/mysql");
    root.link("etc/mysql/my.cnf", "mariadb.cnf")
        .directory("run/mysqld")
        .directory("var/lib/mysql")
        .write("etc/hosts", "127.0.0.1 localhost\n")
        .write(
            "etc/mysql/mariadb.conf.d/99-small.cnf",
            "[mysqld]\ninnodb_log_file_size=4M\nskip-name-resolve\nperformance_schema=OFF\n");
    String folder = root.folder().toString();
    Command.of("mknod", "-m", "666", folder + "/dev/null", "c", "1", "3").text();
    Command.of("chroot", folder, "mariadb-install-db", "--force", "--user=root")
        .and(
            "--datadir=/var/lib/mysql",
            "--skip-test-db",
            "--auth-root-authentication-method=normal")
        .text();
    root.remove("dev/null", "usr/share/mysql/fill_help_tables.sql", "usr/bin/innochecksum")
        .remove("usr/bin/mariadb-upgrade", "usr/bin/mariadb-check", "usr/bin/my_print_defaults")
        .remove("usr/bin/resolveip");
  }

  /// The image whose reference it is.
  public static Optional<Image> of(String reference) {
    return List.of(values()).stream().filter(i -> i.reference.equals(reference)).findAny();
  }
}
