package dockdiag.testenv;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A small packet as it is on the wire: TCP's with a given set of flags, UDP's of four bytes, an
/// ICMP message.
///
/// @param protocol 6, 17, 1 or 58
/// @param kind of TCP its flags, of ICMP its type, else 0
/// @param source and destination are numbers, both IPv4 or both IPv6
/// @param sourcePort of ICMP its identifier
public record Datagram(
    int protocol,
    int kind,
    String source,
    int sourcePort,
    String destination,
    int destinationPort) {
  private static final int ETHERNET = 14;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int SYN = 2;

  /// The Ethernet frame of it.
  byte[] frame(String sourceMac, String destinationMac) {
    byte[] packet = packet();
    ByteBuffer frame = ByteBuffer.allocate(ETHERNET + packet.length);
    frame.put(mac(destinationMac)).put(mac(sourceMac));
    return frame.putShort((short) (isIpv4() ? 0x0800 : 0x86dd)).put(packet).array();
  }

  private boolean isIpv4() {
    return source.indexOf(':') < 0;
  }

  /// From the network's header on.
  byte[] packet() {
    byte[] from = InetAddress.ofLiteral(source).getAddress();
    byte[] to = InetAddress.ofLiteral(destination).getAddress();
    byte[] transport = transport(from, to);
    ByteBuffer packet = ByteBuffer.allocate((isIpv4() ? 20 : 40) + transport.length);
    if (isIpv4()) {
      packet.put(ipv4(from, to, transport.length));
    } else {
      packet.putInt(0x6000_0000).putShort((short) transport.length);
      packet.put((byte) protocol).put((byte) 64).put(from).put(to);
    }
    return packet.put(transport).array();
  }

  private byte[] ipv4(byte[] from, byte[] to, int length) {
    ByteBuffer header = ByteBuffer.allocate(20);
    header.putShort((short) 0x4500).putShort((short) (20 + length)).putInt(0x4000);
    header.put((byte) 64).put((byte) protocol).putShort((short) 0).put(from).put(to);
    return header.putShort(10, checksum(header.array())).array();
  }

  private byte[] transport(byte[] from, byte[] to) {
    byte[] segment = segment();
    ByteBuffer pseudo = ByteBuffer.allocate(from.length + to.length + 4 + segment.length);
    pseudo.put(from).put(to).putShort((short) protocol).putShort((short) segment.length);
    short sum = checksum(protocol == ICMP ? segment : pseudo.put(segment).array());
    ByteBuffer.wrap(segment).putShort(protocol == TCP ? 16 : protocol == UDP ? 6 : 2, sum);
    return segment;
  }

  /// Numbers of TCP's are those of two ends that have sent nothing but a SYN each.
  private byte[] segment() {
    byte[] segment = new byte[protocol == TCP ? 20 : 12];
    ByteBuffer bytes = ByteBuffer.wrap(segment);
    if (protocol == ICMP || protocol == ICMPV6) {
      bytes.put((byte) kind).putShort(4, (short) sourcePort).putShort(6, (short) 1);
      return segment;
    }
    bytes.putShort((short) sourcePort).putShort((short) destinationPort);
    if (protocol == TCP) {
      bytes.putInt((kind & SYN) > 0 ? 1 : 2).putInt(kind == SYN ? 0 : 2);
      bytes.putShort((short) (0x5000 | kind)).putShort((short) 64_240);
    } else {
      bytes.putShort((short) 12);
    }
    return segment;
  }

  /// RFC 1071.
  private static short checksum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i += 2) {
      sum += (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (short) ~sum;
  }

  /// What a frame carries; nothing where that is none of these.
  static Optional<Datagram> of(byte[] frame) {
    if (frame.length < ETHERNET + 28) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    boolean ipv4 = bytes.getShort(12) == 0x0800;
    int protocol = frame[ETHERNET + (ipv4 ? 9 : 6)];
    if (!(ipv4 || bytes.getShort(12) == (short) 0x86dd)
        || !List.of(TCP, UDP, ICMP, ICMPV6).contains(protocol)) {
      return Optional.empty();
    }
    int width = ipv4 ? 4 : 16;
    int at = ETHERNET + (ipv4 ? 12 : 8);
    int ports = at + 2 * width;
    boolean icmp = protocol == ICMP || protocol == ICMPV6;
    int kind = icmp ? frame[ports] & 0xff : protocol == TCP ? frame[ports + 13] : 0;
    return Optional.of(
        new Datagram(
            protocol,
            kind,
            address(frame, at, width),
            bytes.getShort(ports + (icmp ? 4 : 0)) & 0xffff,
            address(frame, at + width, width),
            icmp ? 0 : bytes.getShort(ports + 2) & 0xffff));
  }

  private static String address(byte[] frame, int at, int width) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(frame, at, at + width)).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(6);
    for (String digits : text.split(":")) {
      bytes.put((byte) Integer.parseInt(digits, 16));
    }
    return bytes.array();
  }
}
