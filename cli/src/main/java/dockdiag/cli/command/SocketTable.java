package dockdiag.cli.command;

import dockdiag.cli.report.Columns;
import dockdiag.cli.report.HtmlPage;
import dockdiag.cli.report.JsonText;
import dockdiag.cli.report.Markdown;
import dockdiag.cli.report.Untrusted;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The sockets of a container as a table, the engine's own DNS server named as such.
record SocketTable(String container, List<Socket> sockets, List<RunningProcess> processes) {

  private static final List<String> HEAD =
      List.of("Proto", "State", "Recv-Q", "Send-Q", "Local", "Peer", "Process");

  String text() {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    sockets.forEach(socket -> rows.add(row(socket)));
    return Columns.lines(rows).stream().collect(Collectors.joining("\n", "", "\n"));
  }

  String markdown() {
    Markdown table = new Markdown().head(HEAD);
    sockets.forEach(socket -> table.row(row(socket).stream().map(Markdown::plain).toList()));
    return table.toString();
  }

  String html() {
    return HtmlPage.of(container, "", HEAD, sockets.stream().map(this::row).toList());
  }

  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", "dockdiag.netstat/1");
    document.put("container", container);
    document.put("sockets", sockets.stream().map(this::entry).toList());
    return JsonText.of(document);
  }

  private List<String> row(Socket socket) {
    return List.of(
        socket.protocol().toString(),
        state(socket),
        number(socket.readQueue()),
        number(socket.writeQueue()),
        socket.local().with(socket.localPort()) + only(socket),
        socket.remotePort() == 0 ? "*" : socket.remote().with(socket.remotePort()),
        Untrusted.shown(holder(socket)));
  }

  private static String state(Socket socket) {
    return socket.state() == Socket.State.CLOSE && socket.isListening()
        ? "-"
        : socket.state().name();
  }

  private static String number(OptionalLong count) {
    return count.isPresent() ? Long.toString(count.getAsLong()) : "?";
  }

  private static String only(Socket socket) {
    boolean only = socket.ipv6Only().orElse(false) && socket.local().isAny();
    return only ? " (IPv6 only)" : "";
  }

  private String holder(Socket socket) {
    if (socket.isEmbeddedDns()) {
      return "the engine's DNS server";
    }
    return process(socket).map(one -> one.name() + " (pid " + one.pidInside() + ")").orElse("?");
  }

  private Optional<RunningProcess> process(Socket socket) {
    return socket.inode().isEmpty()
        ? Optional.empty()
        : processes.stream().filter(one -> one.holds(socket.inode().getAsLong())).findFirst();
  }

  private Map<String, Object> entry(Socket socket) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("protocol", socket.protocol().toString());
    entry.put("state", socket.state().name());
    entry.put("local", socket.local().with(socket.localPort()));
    if (socket.remotePort() != 0) {
      entry.put("peer", socket.remote().with(socket.remotePort()));
    }
    socket.readQueue().ifPresent(count -> entry.put("recvQ", count));
    socket.writeQueue().ifPresent(count -> entry.put("sendQ", count));
    socket.ipv6Only().ifPresent(only -> entry.put("v6only", only));
    if (socket.isEmbeddedDns()) {
      entry.put("embeddedDns", true);
    }
    process(socket)
        .ifPresent(
            one -> {
              entry.put("process", one.name());
              entry.put("pid", one.pidInside());
            });
    return entry;
  }
}
