package dockdiag.probes.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of processor, as Go, uname(2) and ELF headers call it (linux/elf-em.h).
public enum Architecture {
  /// 64-bit x86.
  AMD64(62, 64, Order.LITTLE, "x86_64"),
  /// 32-bit x86.
  I386(3, 32, Order.LITTLE, "i686", "i386", "i586"),
  /// 64-bit ARM.
  ARM64(183, 64, Order.LITTLE, "aarch64"),
  /// 32-bit ARM.
  ARM(40, 32, Order.LITTLE, "armv7l", "armv6l", "armv5tel", "armv8l"),
  /// 64-bit POWER, little endian.
  PPC64LE(21, 64, Order.LITTLE, "ppc64le"),
  /// IBM Z.
  S390X(22, 64, Order.BIG, "s390x"),
  /// 64-bit RISC-V.
  RISCV64(243, 64, Order.LITTLE, "riscv64"),
  /// 64-bit MIPS, little endian.
  MIPS64LE(8, 64, Order.LITTLE, "mips64el"),
  /// 64-bit LoongArch.
  LOONG64(258, 64, Order.LITTLE, "loongarch64");

  /// Which byte of a number comes first.
  public enum Order {
    /// The lowest.
    LITTLE,
    /// The highest.
    BIG
  }

  private final int machine;
  private final int bits;
  private final Order order;
  private final String unames;

  Architecture(int machine, int bits, Order order, String... unames) {
    this.machine = machine;
    this.bits = bits;
    this.order = order;
    this.unames = String.join(" ", unames);
  }

  /// That of a kernel, by uname(2)'s word.
  public static Optional<Architecture> ofKernel(String uname) {
    return Arrays.stream(values())
        .filter(one -> List.of(one.unames.split(" ")).contains(uname))
        .findFirst();
  }

  /// That of an image, by Go's word.
  public static Optional<Architecture> ofImage(String name) {
    return Arrays.stream(values()).filter(one -> one.toString().equals(name)).findFirst();
  }

  /// That of an ELF header.
  static Optional<Architecture> of(int machine, int bits, Order order) {
    return Arrays.stream(values())
        .filter(one -> one.machine == machine && one.bits == bits && one.order == order)
        .findFirst();
  }

  /// Whether its kernels run programs of the other without help, as 64-bit kernels of distributions
  /// run those of 32 bits.
  public boolean runs(Architecture other) {
    return this == other || (this == AMD64 && other == I386) || (this == ARM64 && other == ARM);
  }

  /// As QEMU names it in the names of its emulators, and binfmt_misc's handlers are called.
  public String qemu() {
    return switch (this) {
      case AMD64 -> "x86_64";
      case I386 -> "i386";
      case ARM64 -> "aarch64";
      case MIPS64LE -> "mips64el";
      case LOONG64 -> "loongarch64";
      default -> toString();
    };
  }

  /// As Go and images name it.
  @Override
  public String toString() {
    return this == I386 ? "386" : name().toLowerCase(Locale.ROOT);
  }
}
