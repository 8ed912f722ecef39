package dockdiag.probes.host.kernel;

import dockdiag.probes.Request.Query;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Record;

/// Questions sent one shortly after the other, each from a socket of its own, and what came back
/// until patience ended.
final class QuestionsByUdp {

  private static final long APART = TimeUnit.MILLISECONDS.toNanos(20);

  private final Query query;
  private final long end;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  QuestionsByUdp(Query query, Duration patience) {
    this.query = query;
    this.end = System.nanoTime() + patience.toNanos();
  }

  List<String> ask(Record question) throws Unobservable, IOException {
    List<Sample> samples = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      try {
        for (int i = 0; i < query.samples(); i++) {
          samples.add(send(Questioner.wire(question), selector));
          receive(selector, samples, Math.min(end, System.nanoTime() + APART));
        }
        receive(selector, samples, end);
      } finally {
        for (Sample sample : samples) {
          sample.close();
        }
      }
    }
    return samples.stream().map(Sample::line).toList();
  }

  // an explicit family: a socket of both would take an IPv4 address for one of IPv6
  private StandardProtocolFamily family() {
    return query.server().isIpv6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
  }

  private Sample send(byte[] wire, Selector selector) throws Unobservable, IOException {
    DatagramChannel channel;
    try {
      channel = DatagramChannel.open(family());
    } catch (UnsupportedOperationException withoutIpv6) {
      throw new Unobservable(
          Reason.NOT_PRESENT, "UDP to " + query.server() + ": dockdiag was started without IPv6");
    }
    Sample sample = new Sample(channel, wire);
    try {
      channel.connect(new InetSocketAddress(query.server().value(), query.port().number()));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, sample);
      channel.write(ByteBuffer.wrap(wire));
    } catch (IOException failure) {
      sample.ended(Connector.outcome(failure));
    }
    return sample;
  }

  private void receive(Selector selector, List<Sample> samples, long until) throws IOException {
    while (samples.stream().anyMatch(Sample::isOpen)) {
      long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (millis <= 0) {
        return;
      }
      selector.select(millis);
      for (SelectionKey key : selector.selectedKeys()) {
        ((Sample) key.attachment()).read(buffer);
      }
      selector.selectedKeys().clear();
    }
  }

  /// One question and what came of it so far.
  private static final class Sample {
    private final DatagramChannel channel;
    private final byte[] wire;
    private final long sent = System.nanoTime();
    private String line = "silent";
    private boolean open = true;

    Sample(DatagramChannel channel, byte[] wire) {
      this.channel = channel;
      this.wire = wire;
    }

    void read(ByteBuffer buffer) {
      long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent);
      try {
        buffer.clear();
        channel.read(buffer);
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        Reply reply = new Reply(bytes, micros);
        line = reply.line(wire);
        if (reply.isTo(wire)) {
          ended(line);
        }
      } catch (IOException failure) {
        ended(Connector.outcome(failure));
      }
    }

    void ended(String with) {
      line = with;
      open = false;
      close();
    }

    boolean isOpen() {
      return open;
    }

    String line() {
      return line;
    }

    /// Whoever was asked first is answered first: nothing is lost by closing that has come.
    void close() {
      try {
        channel.close();
      } catch (IOException closed) {
        open = false;
      }
    }
  }
}
