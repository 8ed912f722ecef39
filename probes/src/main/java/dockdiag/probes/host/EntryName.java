package dockdiag.probes.host;

import dockdiag.probes.Request;
import dockdiag.probes.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a request's answer is called in an evidence bundle: for people to find, one for each
/// request, and never leading out of the bundle.
final class EntryName {

  private static final int MOST_CHARACTERS = 180;
  private static final Pattern LIKE_ANOTHER =
      Pattern.compile("/(file/.*|links/.*|names/.*|run/[^/]+\\.txt|[^/]+\\.txt)");

  private EntryName() {}

  static String of(Request request) {
    return switch (request) {
      case Request.ReadFile file -> file.namespace() + file(file.path());
      case Request.ReadLinks links ->
          links.namespace() + "/links" + path(links.directory()) + ".txt";
      case Request.ListNames names ->
          names.namespace() + "/names" + path(names.directory()) + ".txt";
      case Request.Peek peek -> tree(peek.tree()) + path(peek.path()) + ".txt";
      case Request.RunCommand run ->
          run.namespace() + "/run/" + shortened(words(run.argv())) + ".txt";
      case Request.DockerGet get -> "docker" + api(get.path()) + ".json";
      case Request.DockerLogs logs ->
          "docker/containers/%s/logs-%d.txt".formatted(segment(logs.container()), logs.lines());
      case Request.DumpSockets dump -> dump.namespace() + "/sockets.txt";
      case Request.CountSets count -> count.namespace() + "/nftables.txt";
      case Request.ListProcesses list -> list.namespace() + "/processes.txt";
      case Request.EnginePeer peer -> peer.namespace() + "/engine-peer.txt";
      case Request.Connect connect -> connect(connect);
      case Request.Echo echo -> echo(echo);
      case Request.Query query -> query(query);
      case Request.Fetch fetch -> fetch(fetch);
      case Request.ListLogins logins -> logins.namespace() + "/logins.txt";
    };
  }

  /// Whether a bundle may hold an entry of this name.
  static boolean isInside(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.chars().noneMatch(Character::isISOControl)
        && Stream.of(name.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private static String tree(Tree tree) {
    return switch (tree) {
      case Tree.OfHost _ -> "tree/host";
      case Tree.OfContainer(String name) -> "tree/container/" + segment(name);
      case Tree.OfImage(String name) -> "tree/image/" + segment(name);
    };
  }

  private static String connect(Request.Connect connect) {
    String hello =
        connect.hello().isEmpty() ? "" : "-" + Sha256.of(connect.hello()).substring(0, 8);
    return "net/%s/%s/%s/%d%s.txt"
        .formatted(
            connect.namespace(),
            connect.port().protocol().toString().toLowerCase(Locale.ROOT),
            connect.address(),
            connect.port().number(),
            hello);
  }

  private static String echo(Request.Echo echo) {
    String whole = echo.fragments() == Request.Fragments.FORBIDDEN ? "-whole" : "";
    return "net/%s/echo/%s/%d%s.txt"
        .formatted(echo.namespace(), echo.address(), echo.bytes(), whole);
  }

  private static String query(Request.Query query) {
    return "net/%s/dns/%s/%s/%d/%s-%s-%d.txt"
        .formatted(
            query.namespace(),
            query.port().protocol().toString().toLowerCase(Locale.ROOT),
            query.server(),
            query.port().number(),
            shortened(segment(query.name())),
            query.type(),
            query.samples());
  }

  private static String fetch(Request.Fetch fetch) {
    Request.Way way = fetch.way();
    String how =
        (way.via() == Request.Via.DIRECT ? "" : "-" + word(way.via()))
            + (way.trust() == Request.Trust.VERIFIED ? "" : "-" + word(way.trust()))
            + (fetch.credential().kind() == Request.Credential.Kind.NONE
                ? ""
                : "-" + word(fetch.credential().kind()));
    return "net/%s/http/%s/%d/%s%s.txt"
        .formatted(
            fetch.namespace(), way.address(), way.port(), shortened(segment(fetch.url())), how);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  // a file that is called as one of our own entries is put aside
  private static String file(String path) {
    return (LIKE_ANOTHER.matcher(path).matches() ? "/file" : "") + path(path);
  }

  private static String path(String path) {
    return Stream.of(path.split("/", -1)).map(EntryName::segment).collect(Collectors.joining("/"));
  }

  private static String api(String path) {
    int query = path.indexOf('?');
    return query < 0
        ? path(path)
        : path(path.substring(0, query)) + shortened(segment(path.substring(query)));
  }

  private static String words(List<String> argv) {
    return argv.stream()
        .map(word -> segment(word).replace("_", "%5F"))
        .collect(Collectors.joining("_"));
  }

  private static String shortened(String name) {
    return name.length() <= MOST_CHARACTERS
        ? name
        : name.substring(0, MOST_CHARACTERS - 17) + "-" + Sha256.of(name).substring(0, 16);
  }

  private static String segment(String text) {
    if (text.equals(".") || text.equals("..")) {
      return text.replace(".", "%2E");
    }
    StringBuilder name = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet > ' ' && octet < 0x7f && "/\\%?&*\"'<>|;$`".indexOf(octet) < 0;
      name.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
    }
    return name.toString();
  }
}
