package dockdiag.probes.host.tree;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a file is, and its first bytes.
///
/// @param type `file`, `folder`, `link`, `other`, `missing`
/// @param mode without the bits of its type
/// @param link where it leads; empty where it is none
/// @param head at most [#MOST] bytes, a character for each; none of what is no file
record Beginning(String type, int mode, Owner owner, long size, String link, String head) {

  /// Whose it is, by number.
  record Owner(long uid, long gid) {
    @Override
    public String toString() {
      return uid + ":" + gid;
    }
  }

  /// As many bytes are read of a file.
  static final int MOST = 8192;

  private static final int MOST_TEXT = 256;
  private static final int MOST_HEADER = 1024;
  private static final int ANYBODY_EXECUTES = 0111;
  private static final int KEPT = 200;
  private static final String ELF = "\u007fELF";
  private static final int PERMISSIONS = 07777;
  private static final Owner ROOT = new Owner(0, 0);

  Beginning {
    mode &= PERMISSIONS;
  }

  static Beginning missing() {
    return new Beginning("missing", 0, ROOT, 0, "", "");
  }

  /// The topmost.
  static Beginning folder() {
    return new Beginning("folder", 0755, ROOT, 0, "", "");
  }

  /// The same with no more than is told of it; of a program that nobody may run its header.
  Beginning shortened() {
    boolean whole = head.startsWith(ELF) && (mode & ANYBODY_EXECUTES) != 0;
    int most = whole ? MOST : head.startsWith(ELF) ? MOST_HEADER : MOST_TEXT;
    return new Beginning(
        type, mode, owner, size, link, head.substring(0, Math.min(head.length(), most)));
  }

  /// About how many bytes it takes to keep it.
  int weight() {
    return KEPT + link.length() + head.length();
  }

  String text() {
    if (type.equals("missing")) {
      return "type: missing\n";
    }
    StringBuilder text = new StringBuilder("type: " + type + "\n");
    text.append("mode: ").append(Integer.toOctalString(mode)).append('\n');
    text.append("owner: ").append(owner).append('\n');
    switch (type) {
      case "link" ->
          text.append("link: ").append(escaped(link.getBytes(StandardCharsets.UTF_8))).append('\n');
      case "file" -> text.append("size: ").append(size).append('\n').append(content());
      default -> {
        // of a folder or a device there is no more to say
      }
    }
    return text.toString();
  }

  /// The bytes as [#head] has them.
  static String characters(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String content() {
    if (head.isEmpty()) {
      return "";
    }
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    return head.startsWith(ELF)
        ? "elf: " + Base64.getEncoder().encodeToString(bytes) + "\n"
        : "text: " + escaped(firstLine().getBytes(StandardCharsets.ISO_8859_1)) + "\n";
  }

  private String firstLine() {
    String most = head.substring(0, Math.min(head.length(), MOST_TEXT));
    int end = most.indexOf('\n');
    return end < 0 ? most : most.substring(0, end + 1);
  }

  private static String escaped(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte octet : bytes) {
      boolean plain = octet >= ' ' && octet < 0x7f && octet != '\\';
      text.append(plain ? String.valueOf((char) octet) : "\\x%02x".formatted(octet));
    }
    return text.toString();
  }
}
