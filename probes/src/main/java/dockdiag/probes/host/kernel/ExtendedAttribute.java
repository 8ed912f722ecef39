package dockdiag.probes.host.kernel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Extended attributes, xattr(7), of which Java knows those of `user` alone.
public final class ExtendedAttribute {

  private static final int MOST_BYTES = 64;

  private ExtendedAttribute() {}

  /// Its value as text; empty where there is none. A link is not followed.
  public static String of(Path file, String name) {
    byte[] value = new byte[MOST_BYTES];
    long length = Libc.get().lgetxattr(file.toString(), name, value, value.length);
    return length <= 0 ? "" : new String(value, 0, (int) length, StandardCharsets.UTF_8);
  }
}
