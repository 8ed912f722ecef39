package dockdiag.probes.host.web;

import dockdiag.probes.Response;
import dockdiag.probes.host.kernel.Connector;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// What is noted of one exchange, and how long it may go on.
final class Sheet {

  private final StringBuilder head = new StringBuilder();
  private final long end;

  Sheet(Duration patience) {
    this.end = System.nanoTime() + patience.toNanos();
  }

  void line(String key, String value) {
    head.append(key).append(": ").append(Printable.of(value)).append('\n');
  }

  /// Without an answer.
  Response ended() {
    return new Response(0, head.toString(), 0);
  }

  Response answered(String body) {
    return new Response(0, head + "\n" + body, 0);
  }

  /// Why a connection could not be made, or broke.
  String broken(IOException failure) {
    if (isLate()) {
      return "timed-out";
    }
    boolean closed =
        failure instanceof EOFException
            || failure instanceof NoHttpResponseException
            || failure instanceof ConnectionClosedException
            || String.valueOf(failure.getMessage()).contains("terminated");
    return closed ? "closed" : Connector.outcome(failure);
  }

  /// Why there was no TLS.
  String withoutTls(IOException failure) {
    String own = Handshake.outcome(failure);
    return own.isEmpty() || isLate() ? broken(failure) : own;
  }

  /// Why there was no answer.
  String unanswered(Exception failure) {
    return switch (failure) {
      case MessageConstraintException _ -> "strange"; // it has no end
      case HttpException _ -> isLate() ? "timed-out" : "strange";
      case IOException io -> {
        String alert = Handshake.outcome(io); // by TLS 1.3, some come after the handshake
        yield alert.startsWith("alert") ? alert : broken(io);
      }
      default -> throw new IllegalStateException(failure);
    };
  }

  private boolean isLate() {
    return System.nanoTime() >= end;
  }
}
