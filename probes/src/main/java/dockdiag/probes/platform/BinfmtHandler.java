package dockdiag.probes.platform;

import java.util.HexFormat;
import java.util.Optional;

/// A handler of binfmt_misc (binfmt-misc.rst in the kernel's documentation).
///
/// @param flags of `P`, `O`, `C`, `F`
/// @param magic what a file has to have at the offset, in hex; empty where it goes by extension
/// @param mask which bits of it count, in hex; all of them where it is empty
public record BinfmtHandler(
    String name,
    boolean enabled,
    String interpreter,
    String flags,
    int offset,
    String magic,
    String mask,
    Optional<String> extension) {

  private static final String ELF = "7f454c46";
  private static final int LEAST_ELF = 20; // up to e_machine

  /// Whether the kernel opened its interpreter when it was registered, so that it is found from
  /// everywhere, and even where its file is gone.
  public boolean isFixed() {
    return flags.contains("F");
  }

  /// Whether it takes programs of some architecture.
  public boolean isEmulator() {
    return offset == 0 && magic.startsWith(ELF) && magic.length() >= 2 * LEAST_ELF;
  }

  /// Whether it takes a file that begins so and is called so.
  public boolean takes(byte[] head, String path) {
    return extension.map(one -> path.endsWith("." + one)).orElseGet(() -> matches(head));
  }

  private boolean matches(byte[] head) {
    byte[] wanted = HexFormat.of().parseHex(magic);
    byte[] bits = HexFormat.of().parseHex(mask);
    if (wanted.length == 0 || offset + wanted.length > head.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      int counts = i < bits.length ? bits[i] : 0xff;
      if (((wanted[i] ^ head[offset + i]) & counts) != 0) {
        return false;
      }
    }
    return true;
  }

  /// As its file shows it, in a line.
  @Override
  public String toString() {
    return "%s: %s, interpreter %s, flags: %s"
        .formatted(name, enabled ? "enabled" : "disabled", interpreter, flags);
  }
}
