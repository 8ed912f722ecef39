package dockdiag.probes.tree;

import java.nio.ByteBuffer;

/// The note NT_GNU_PROPERTY_TYPE_0, of which the needed levels of x86-64 are read (x86-64 psABI,
/// "Program Property"; glibc's sysdeps/x86/dl-prop.h refuses to start a program on less).
final class IsaNote {

  private static final int NT_GNU_PROPERTY_TYPE_0 = 5;
  private static final int X86_ISA_1_NEEDED = 0xc0008002;
  private static final int GNU = 0x00554e47; // "GNU\0", little endian as x86 is
  private static final int HEADER = 12;

  private IsaNote() {}

  /// 0 where nothing is said; a segment beyond the bytes that were read says nothing.
  static int needed(ByteBuffer file, long offset, long size, int align) {
    if (offset < 0 || size < 0 || offset + size > file.limit()) {
      return 0;
    }
    int needed = 0;
    int at = (int) offset;
    int end = (int) (offset + size);
    while (at + HEADER <= end) {
      int names = padded(file.getInt(at), 4);
      int text = padded(file.getInt(at + 4), align);
      boolean property =
          file.getInt(at + 8) == NT_GNU_PROPERTY_TYPE_0 && file.getInt(at + HEADER) == GNU;
      int next = at + HEADER + names + text;
      if (names < 0 || text < 0 || next <= at || next > end) {
        return needed;
      }
      needed |= property ? properties(file, at + HEADER + names, next, align) : 0;
      at = next;
    }
    return needed;
  }

  private static int properties(ByteBuffer file, int from, int end, int align) {
    int needed = 0;
    int at = from;
    while (at + 8 <= end) {
      int size = file.getInt(at + 4);
      if (file.getInt(at) == X86_ISA_1_NEEDED && size == 4) {
        needed |= file.getInt(at + 8);
      }
      int next = at + 8 + padded(size, align);
      if (size < 0 || next <= at) {
        return needed;
      }
      at = next;
    }
    return needed;
  }

  private static int padded(int size, int align) {
    return (size + align - 1) & -align;
  }
}
