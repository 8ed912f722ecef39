package dockdiag.probes.tree;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An ELF header and the parts that say what the program needs to start (elf(5)).
///
/// @param machine `e_machine`; of a machine that has a name, see [#architecture]
/// @param bits 32 or 64
/// @param order of its bytes
/// @param interpreter `PT_INTERP`, the loader; empty where it is linked statically
/// @param levels the levels of x86-64 that it says it needs, bit 1 for v2, bit 2 for v3, bit 3 for
///   v4 (GNU_PROPERTY_X86_ISA_1_NEEDED of the x86-64 psABI); 0 where it says nothing
public record Elf(
    int machine, int bits, Architecture.Order order, Optional<String> interpreter, int levels) {

  private static final int CLASS = 4;
  private static final int DATA = 5;
  private static final int MACHINE = 18;
  private static final int PT_INTERP = 3;
  private static final int PT_NOTE = 4;
  private static final int PT_GNU_PROPERTY = 0x6474e553;
  private static final int MOST_SEGMENTS = 512;

  /// A part of the file that the kernel or the loader looks at.
  private record Segment(int type, long offset, long size) {}

  /// For which processors it is; empty where that is none of the known ones.
  public Optional<Architecture> architecture() {
    return Architecture.of(machine, bits, order);
  }

  /// The level of x86-64 that it says it needs; 1 where it says nothing.
  public int level() {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(levels));
  }

  /// @throws Unobservable where what decides lies beyond the bytes that were read
  static Elf of(Head head) throws Unobservable {
    byte[] bytes = head.bytes();
    try {
      return read(bytes);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw new Unobservable(
          Reason.NOT_UNDERSTOOD,
          "ELF header that leads beyond its first " + bytes.length + " bytes");
    }
  }

  private static Elf read(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    boolean wide = bytes[CLASS] == 2;
    boolean big = bytes[DATA] == 2;
    file.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Optional<String> interpreter = Optional.empty();
    int levels = 0;
    for (Segment segment : segments(file, wide)) {
      if (segment.type() == PT_INTERP) {
        interpreter = Optional.of(path(file, segment));
      } else if (segment.type() == PT_GNU_PROPERTY || segment.type() == PT_NOTE) {
        levels |= IsaNote.needed(file, segment.offset(), segment.size(), wide ? 8 : 4);
      }
    }
    return new Elf(
        Short.toUnsignedInt(file.getShort(MACHINE)),
        wide ? 64 : 32,
        big ? Architecture.Order.BIG : Architecture.Order.LITTLE,
        interpreter,
        levels);
  }

  private static List<Segment> segments(ByteBuffer file, boolean wide) {
    long table = wide ? file.getLong(32) : Integer.toUnsignedLong(file.getInt(28));
    int size = Short.toUnsignedInt(file.getShort(wide ? 54 : 42));
    int number = Short.toUnsignedInt(file.getShort(wide ? 56 : 44));
    if (number > MOST_SEGMENTS || size < (wide ? 56 : 32)) {
      throw new IllegalArgumentException("program headers");
    }
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int at = Math.toIntExact(Math.addExact(table, (long) i * size));
      segments.add(
          wide
              ? new Segment(file.getInt(at), file.getLong(at + 8), file.getLong(at + 32))
              : new Segment(
                  file.getInt(at),
                  Integer.toUnsignedLong(file.getInt(at + 4)),
                  Integer.toUnsignedLong(file.getInt(at + 16))));
    }
    return segments;
  }

  private static String path(ByteBuffer file, Segment segment) {
    byte[] text = new byte[Math.toIntExact(Math.min(segment.size(), 4096))];
    file.get(Math.toIntExact(segment.offset()), text);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }
}
