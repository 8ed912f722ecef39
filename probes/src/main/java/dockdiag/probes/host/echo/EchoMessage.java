package dockdiag.probes.host.echo;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// An echo request, and what tells its reply from others': the same sequence number and payload.
final class EchoMessage {

  static final int HEADER = 8;
  private static final int REQUEST4 = 8;
  private static final int REPLY4 = 0;
  private static final int REQUEST6 = 128;
  private static final int REPLY6 = 129;
  private static final int SEQUENCE_AT = 6;

  /// So many bytes of the payload tell whose reply it is.
  private static final int TELLING = 8;

  private final boolean ipv6;
  private final byte[] bytes;

  /// @param seed two bytes of identifier, two of sequence number, the rest begins the payload
  EchoMessage(boolean ipv6, byte[] seed, int payload) {
    this.ipv6 = ipv6;
    this.bytes = new byte[HEADER + payload];
    int length = Math.min(seed.length, HEADER - 4 + payload);
    ByteBuffer.wrap(bytes).put((byte) (ipv6 ? REQUEST6 : REQUEST4)).put(4, seed, 0, length);
    int checksum = ipv6 ? 0 : checksum(bytes); // of ICMPv6 the kernel reckons it (RFC 3542, 3.1)
    ByteBuffer.wrap(bytes).putShort(2, (short) checksum);
  }

  /// As it is sent.
  byte[] bytes() {
    return bytes.clone();
  }

  /// Whether these bytes, from the header of ICMP on, are the reply, be its end cut off: some
  /// answer large requests so.
  boolean isAnsweredBy(ByteBuffer message) {
    byte[] reply = new byte[message.remaining()];
    message.get(message.position(), reply);
    return reply.length >= Math.min(bytes.length, HEADER + TELLING)
        && reply.length <= bytes.length
        && Byte.toUnsignedInt(reply[0]) == (ipv6 ? REPLY6 : REPLY4)
        && Arrays.equals(reply, SEQUENCE_AT, reply.length, bytes, SEQUENCE_AT, reply.length);
  }

  /// Whether an error that cites these bytes is about this request; the identifier is the
  /// kernel's own where the socket is a datagram's.
  boolean isCitedBy(ByteBuffer message) {
    return message.remaining() >= HEADER
        && message.get(0) == bytes[0]
        && message.get(SEQUENCE_AT) == bytes[SEQUENCE_AT]
        && message.get(SEQUENCE_AT + 1) == bytes[SEQUENCE_AT + 1];
  }

  /// RFC 1071.
  static int checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += Byte.toUnsignedInt(bytes[i]) << (i % 2 == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return ~sum & 0xffff;
  }
}
