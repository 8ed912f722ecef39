package dockdiag.testenv;

import dockdiag.testenv.debian.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The namespaces of a lab host and of its outside client, without an engine yet: the host is
/// 198.51.100.1 and 2001:db8:51::1, the client .2 and ::2, and the host's default route.
///
/// `init` is the host's first process as this machine numbers it, `client` the client's only one.
record Isolation(Path state, Path root, long init, long client, Users users) {
  private static final boolean IPV6 = Files.exists(Path.of("/proc/sys/net/ipv6"));

  /// Whose user namespace the host is in.
  enum Users {
    /// The machine's.
    OF_THE_MACHINE,
    /// One of its own, with the same numbers.
    ITS_OWN
  }

  /// All numbers but the last: of a whole map the engine would not know that it is one.
  private static final String SAME_NUMBERS = "0 0 4294967294\n";

  /// The host's root folder is made of the layers, an upper one before a lower one; the last is
  /// an engine's.
  static Isolation start(Path state, List<Path> layers, Users users) {
    String name = state.getFileName().toString();
    String lower = layers.stream().map(Path::toString).collect(Collectors.joining(":"));
    List<String> unshare =
        List.of("unshare", "--net", "--mount", "--uts", "--pid", "--fork", "--kill-child");
    Command host =
        Command.of(unshare)
            .and(users == Users.ITS_OWN ? new String[] {"--user"} : new String[0])
            .and("--propagation", "private", "sh", "-c", Guard.script("isolate.sh"), "sh")
            .and("" + state, lower, name, users == Users.ITS_OWN ? "userxattr" : "");
    Process outer = launch(host, state, "isolate.log");
    if (users == Users.ITS_OWN) {
      map(outer);
    }
    Process client =
        launch(Command.of("unshare", "--net", "sleep", "infinity"), state, "client.log");
    awaitReady(state, outer);
    awaitOwn("net", client);
    long init = outer.children().findFirst().orElseThrow().pid();
    Isolation isolation = new Isolation(state, layers.getLast(), init, client.pid(), users);
    isolation.link();
    return isolation;
  }

  /// The command, entering all of the host's namespaces and its root.
  Command inside(List<String> words) {
    return Command.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C")
        .and("TERM=" + System.getenv().getOrDefault("TERM", "dumb"))
        .and("nsenter", "-t", "" + init, "-m", "-u", "-p", "-n")
        .and(users == Users.ITS_OWN ? "-U" : "-n", "--")
        .and(words.toArray(String[]::new));
  }

  /// The same in the client's network, for servers that the host's own files are enough for: they
  /// end with the host.
  Command outside(List<String> words) {
    return Command.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C")
        .and("nsenter", "-t", "" + init, "-m", "-u", "-p", "--net=" + clientNetwork().file(), "--")
        .and(words.toArray(String[]::new));
  }

  /// A path of the host as this machine reaches it.
  Path path(String absolute) {
    return Path.of("/proc/" + init + "/root" + absolute);
  }

  /// Writes a file of the host; its folders are made.
  void write(String absolute, String text) {
    try {
      Files.createDirectories(path(absolute).getParent());
      Files.writeString(path(absolute), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lays a folder of this machine over one of the host, which is made.
  void lay(Path files, String below) {
    inside(List.of("mkdir", "-p", below)).text();
    Command.of("cp", "-a", files + "/.", "" + path(below)).text();
  }

  /// One more network beside the host's and the client's; it lives as long as the host.
  NetNamespace another() {
    Process process =
        launch(Command.of("unshare", "--net", "sleep", "infinity"), state, "another.log");
    awaitOwn("net", process);
    return new NetNamespace(Path.of("/proc/" + process.pid() + "/ns/net"));
  }

  /// A veth pair between the host and the other network, of the same name at both ends.
  void link(NetNamespace other, String device) {
    String pid = other.file().getName(1).toString();
    ip("link add " + device + " type veth peer name " + device + " netns " + pid);
    ip(other, "link set " + device + " up");
  }

  NetNamespace hostNetwork() {
    return new NetNamespace(Path.of("/proc/" + init + "/ns/net"));
  }

  NetNamespace clientNetwork() {
    return new NetNamespace(Path.of("/proc/" + client + "/ns/net"));
  }

  /// Starts a process whose current folder marks it as this host's, see guard.sh.
  static Process launch(Command command, Path state, String log) {
    try {
      File file = state.resolve(log).toFile();
      return command
          .builder()
          .directory(state.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
          .redirectInput(new File("/dev/null"))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void map(Process process) {
    awaitOwn("user", process);
    try {
      Files.writeString(Path.of("/proc/" + process.pid() + "/uid_map"), SAME_NUMBERS);
      Files.writeString(Path.of("/proc/" + process.pid() + "/gid_map"), SAME_NUMBERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(Path state, Process outer) {
    while (!Files.exists(state.resolve("ready"))) {
      if (!outer.isAlive()) {
        throw new IllegalStateException("no namespaces: " + text(state.resolve("isolate.log")));
      }
      Vantage.pause();
    }
  }

  private static void awaitOwn(String namespace, Process process) {
    try {
      Path ours = Files.readSymbolicLink(Path.of("/proc/self/ns/" + namespace));
      Path its = Path.of("/proc/" + process.pid() + "/ns/" + namespace);
      while (Files.readSymbolicLink(its).equals(ours)) {
        Vantage.pause();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void link() {
    ip("link add eth0 type veth peer name eth0 netns " + client);
    Stream.of(hostNetwork(), clientNetwork()).forEach(netns -> up(netns));
    ip("route add default via 198.51.100.2");
    if (IPV6) {
      ip("-6 route add default via 2001:db8:51::2");
    }
  }

  private void up(NetNamespace netns) {
    int last = netns.equals(hostNetwork()) ? 1 : 2;
    ip(netns, "link set lo up");
    ip(netns, "addr add 198.51.100." + last + "/24 dev eth0");
    if (IPV6) {
      ip(netns, "addr add 2001:db8:51::" + last + "/64 dev eth0 nodad");
    }
    ip(netns, "link set eth0 up");
  }

  void ip(String words) {
    ip(hostNetwork(), words);
  }

  /// This machine may have no `ip`: the root's own is run by the root's own loader.
  void ip(NetNamespace netns, String words) {
    String libraries = root + "/usr/lib:" + root + "/lib";
    Command.of("nsenter", "--net=" + netns.file(), "--", "" + loader())
        .and("--library-path", libraryPath(libraries), root + "/usr/bin/ip")
        .and(words.split(" "))
        .text();
  }

  private String libraryPath(String libraries) {
    try (Stream<Path> entries = Files.list(root.resolve("usr/lib"))) {
      return entries
              .filter(entry -> entry.getFileName().toString().endsWith("-linux-gnu"))
              .findAny()
              .orElseThrow()
          + ":"
          + libraries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path loader() {
    return Stream.of("usr/lib64/ld-linux-x86-64.so.2", "usr/lib/ld-linux-aarch64.so.1")
        .map(root::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no dynamic loader in " + root));
  }

  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
