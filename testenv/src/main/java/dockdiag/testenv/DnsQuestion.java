package dockdiag.testenv;

import dockdiag.testenv.Attempt.Outcome;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// A question for a name's IPv4 address.
record DnsQuestion(Message message) {

  static DnsQuestion of(String name) throws TextParseException {
    Name full = Name.fromString(name, Name.root);
    return new DnsQuestion(Message.newQuery(Record.newRecord(full, Type.A, DClass.IN)));
  }

  Attempt to(String server, Duration limit) throws IOException {
    byte[] question = message.toWire();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(server), 53));
      socket.setSoTimeout((int) limit.toMillis());
      socket.send(new DatagramPacket(question, question.length));
      DatagramPacket packet = new DatagramPacket(new byte[512], 512);
      socket.receive(packet);
      return read(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
    } catch (SocketTimeoutException e) {
      return Attempt.silent(Outcome.TIMED_OUT);
    } catch (PortUnreachableException e) {
      return Attempt.silent(Outcome.REFUSED);
    } catch (SocketException e) {
      return Attempt.silent(Outcome.UNREACHABLE);
    }
  }

  private static Attempt read(Message answer) {
    boolean told = answer.getSection(Section.ANSWER).stream().anyMatch(ARecord.class::isInstance);
    return new Attempt(told ? Outcome.CONNECTED : Outcome.REFUSED, answer.toString());
  }
}
