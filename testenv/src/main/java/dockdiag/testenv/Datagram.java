package dockdiag.testenv;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// A first packet as it is on the wire: TCP's SYN, or UDP with four bytes.
///
/// @param protocol 6 or 17
/// @param source and destination are numbers, both IPv4 or both IPv6
public record Datagram(
    int protocol, String source, int sourcePort, String destination, int destinationPort) {
  private static final int ETHERNET = 14;
  private static final int TCP = 6;
  private static final int SYN = 2;

  /// The Ethernet frame of it.
  byte[] frame(String sourceMac, String destinationMac) {
    byte[] from = InetAddress.ofLiteral(source).getAddress();
    byte[] to = InetAddress.ofLiteral(destination).getAddress();
    byte[] transport = transport(from, to);
    ByteBuffer frame =
        ByteBuffer.allocate(ETHERNET + (from.length == 4 ? 20 : 40) + transport.length);
    frame.put(mac(destinationMac)).put(mac(sourceMac));
    if (from.length == 4) {
      frame.putShort((short) 0x0800).put(ipv4(from, to, transport.length));
    } else {
      frame.putShort((short) 0x86dd).putInt(0x6000_0000).putShort((short) transport.length);
      frame.put((byte) protocol).put((byte) 64).put(from).put(to);
    }
    return frame.put(transport).array();
  }

  private byte[] ipv4(byte[] from, byte[] to, int length) {
    ByteBuffer header = ByteBuffer.allocate(20);
    header.putShort((short) 0x4500).putShort((short) (20 + length)).putInt(0x4000);
    header.put((byte) 64).put((byte) protocol).putShort((short) 0).put(from).put(to);
    return header.putShort(10, checksum(header.array())).array();
  }

  private byte[] transport(byte[] from, byte[] to) {
    ByteBuffer segment = ByteBuffer.allocate(protocol == TCP ? 20 : 12);
    segment.putShort((short) sourcePort).putShort((short) destinationPort);
    if (protocol == TCP) {
      segment.putInt(1).putInt(0).putShort((short) 0x5002).putShort((short) 64_240);
    } else {
      segment.putShort((short) 12).putShort((short) 0);
    }
    ByteBuffer pseudo = ByteBuffer.allocate(from.length + to.length + 4 + segment.capacity());
    pseudo.put(from).put(to).putShort((short) protocol).putShort((short) segment.capacity());
    short sum = checksum(pseudo.put(segment.array()).array());
    return segment.putShort(protocol == TCP ? 16 : 6, sum).array();
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

  /// What a frame carries; nothing where that is no first packet of TCP or UDP.
  static Optional<Datagram> of(byte[] frame) {
    if (frame.length < ETHERNET + 28) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    boolean ipv4 = bytes.getShort(12) == 0x0800;
    int protocol = frame[ETHERNET + (ipv4 ? 9 : 6)];
    if (!(ipv4 || bytes.getShort(12) == (short) 0x86dd) || (protocol != TCP && protocol != 17)) {
      return Optional.empty();
    }
    int width = ipv4 ? 4 : 16;
    int at = ETHERNET + (ipv4 ? 12 : 8);
    int ports = at + 2 * width;
    if (protocol == TCP && frame[ports + 13] != SYN) {
      return Optional.empty();
    }
    return Optional.of(
        new Datagram(
            protocol,
            address(frame, at, width),
            bytes.getShort(ports) & 0xffff,
            address(frame, at + width, width),
            bytes.getShort(ports + 2) & 0xffff));
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
