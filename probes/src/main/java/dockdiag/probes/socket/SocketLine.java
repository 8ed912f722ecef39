package dockdiag.probes.socket;

import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.socket.Socket.State;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads one line of [dockdiag.probes.Request.DumpSockets].
final class SocketLine {

  private final String line;
  private final Map<String, String> fields = new HashMap<>();

  private SocketLine(String line) {
    this.line = line;
  }

  static Socket read(String line) throws Unobservable {
    return new SocketLine(line).read();
  }

  private Socket read() throws Unobservable {
    String[] words = line.strip().split("\\s+");
    String[] ends = new String[2];
    int found = 0;
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals > 0) {
        fields.put(words[i].substring(0, equals), words[i].substring(equals + 1));
      } else if (found < 2) {
        ends[found++] = words[i];
      }
    }
    if (found < 2) {
      throw notUnderstood();
    }
    return socket(protocol(words[0]), state(words[1]), new End(ends[0]), new End(ends[1]));
  }

  private Socket socket(Protocol protocol, State state, End local, End remote) throws Unobservable {
    OptionalLong uid = number("uid");
    return new Socket(
        protocol,
        state,
        local.address,
        local.port,
        remote.address,
        remote.port,
        number("rq"),
        number("wq"),
        uid.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) uid.getAsLong()),
        number("ino").stream().filter(inode -> inode != 0).findFirst(),
        Optional.ofNullable(fields.get("v6only")).map("1"::equals));
  }

  private Protocol protocol(String word) throws Unobservable {
    return Protocol.named(word).orElseThrow(this::notUnderstood);
  }

  private State state(String word) throws Unobservable {
    for (State state : State.values()) {
      if (state.name().equals(word.toUpperCase(Locale.ROOT))) {
        return state;
      }
    }
    throw notUnderstood();
  }

  private OptionalLong number(String field) throws Unobservable {
    String text = fields.get(field);
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw notUnderstood();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private Unobservable notUnderstood() {
    return Unobservable.notUnderstood("sockets", line);
  }

  /// `127.0.0.1:3306` or `[::]:80`.
  private final class End {
    final Address address;
    final int port;

    End(String text) throws Unobservable {
      int colon = text.lastIndexOf(':');
      String number = text.substring(colon + 1);
      if (colon < 1 || !number.matches("[0-9]{1,5}") || Integer.parseInt(number) > 65_535) {
        throw notUnderstood();
      }
      String literal = text.substring(0, colon);
      boolean bracketed = literal.startsWith("[") && literal.endsWith("]");
      address =
          Address.parse(bracketed ? literal.substring(1, literal.length() - 1) : literal)
              .orElseThrow(SocketLine.this::notUnderstood);
      port = Integer.parseInt(number);
    }
  }
}
