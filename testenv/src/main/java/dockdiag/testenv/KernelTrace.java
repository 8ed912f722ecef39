package dockdiag.testenv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the kernel told of one packet's way (`NFT_MSG_TRACE`, linux/netfilter/nf_tables.h).
///
/// @param events rules that were meant for it, and policies, in their order
/// @param arrived where and as what it came out at a far end, if it did
public record KernelTrace(List<Event> events, Optional<Arrival> arrived) {

  /// It came out.
  ///
  /// @param device by which it left the host
  public record Arrival(String device, Datagram packet) {}

  /// One rule or policy.
  ///
  /// @param handle nft's number of the rule; 0 of a policy
  /// @param verdict `accept`, `drop`, `continue`, `return`, `jump CHAIN`, `goto CHAIN`
  public record Event(String family, String table, String chain, long handle, String verdict) {}

  private static final int MESSAGE = 10 << 8 | 17;
  private static final int HEADER = 20;
  private static final int POLICY = 1;
  private static final Map<Integer, String> VERDICTS =
      Map.of(
          0,
          "drop",
          1,
          "accept",
          2,
          "stolen",
          3,
          "queue",
          -1,
          "continue",
          -2,
          "break",
          -3,
          "jump",
          -4,
          "goto",
          -5,
          "return");
  private static final Map<Integer, String> FAMILIES =
      Map.of(1, "inet", 2, "ip", 3, "arp", 5, "netdev", 7, "bridge", 10, "ip6");

  /// Whether nothing comes after it.
  boolean isOver() {
    return !events.isEmpty() && events.getLast().verdict().equals("drop");
  }

  static List<Event> events(byte[] messages) {
    List<Event> events = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(messages).order(ByteOrder.nativeOrder());
    int at = 0;
    while (at + HEADER <= messages.length) {
      int length = bytes.getInt(at);
      if ((bytes.getShort(at + 4) & 0xffff) == MESSAGE) {
        event(
                FAMILIES.getOrDefault((int) messages[at + 16], "?"),
                messages,
                at + HEADER,
                at + length)
            .ifPresent(events::add);
      }
      at += (Math.max(length, HEADER) + 3) & ~3;
    }
    return events;
  }

  /// The end of a chain without a verdict is no event.
  private static Optional<Event> event(String family, byte[] bytes, int from, int to) {
    Map<Integer, ByteBuffer> attributes = attributes(bytes, from, to);
    int type = number(attributes, 4);
    long handle = attributes.getOrDefault(3, ByteBuffer.allocate(8)).getLong(0);
    if (type == POLICY) {
      return Optional.of(
          new Event(family, text(attributes, 1), text(attributes, 2), 0, policy(attributes)));
    }
    String verdict = verdict(attributes.getOrDefault(5, ByteBuffer.allocate(0)));
    return verdict.equals("continue") && handle == 0
        ? Optional.empty()
        : Optional.of(new Event(family, text(attributes, 1), text(attributes, 2), handle, verdict));
  }

  private static String policy(Map<Integer, ByteBuffer> attributes) {
    return VERDICTS.getOrDefault(number(attributes, 16), "?");
  }

  private static String verdict(ByteBuffer nested) {
    byte[] bytes = new byte[nested.remaining()];
    nested.duplicate().get(bytes);
    Map<Integer, ByteBuffer> attributes = attributes(bytes, 0, bytes.length);
    String word = VERDICTS.getOrDefault(number(attributes, 1), "?");
    return attributes.containsKey(2) ? word + " " + text(attributes, 2) : word;
  }

  private static Map<Integer, ByteBuffer> attributes(byte[] bytes, int from, int to) {
    Map<Integer, ByteBuffer> attributes = new HashMap<>();
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    int at = from;
    while (at + 4 <= to) {
      int length = all.getShort(at) & 0xffff;
      if (length < 4) {
        return attributes;
      }
      // values are in network order
      attributes.put(all.getShort(at + 2) & 0x3fff, all.slice(at + 4, length - 4));
      at += (length + 3) & ~3;
    }
    return attributes;
  }

  private static int number(Map<Integer, ByteBuffer> attributes, int number) {
    return attributes.getOrDefault(number, ByteBuffer.allocate(4)).getInt(0);
  }

  private static String text(Map<Integer, ByteBuffer> attributes, int number) {
    ByteBuffer value = attributes.getOrDefault(number, ByteBuffer.allocate(0)).duplicate();
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
  }
}
