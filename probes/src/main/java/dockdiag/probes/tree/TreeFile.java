package dockdiag.probes.tree;

import dockdiag.probes.Unobservable;

/// A file that is there.
///
/// @param mode permissions, as in chmod(1)
/// @param uid whose it is
/// @param gid whose group's
public record TreeFile(int mode, long uid, long gid, Content content) {

  private static final int ANYBODY_EXECUTES = 0111;

  /// What it holds.
  public sealed interface Content {}

  /// Other files.
  public record Folder() implements Content {}

  /// A device, a pipe, a socket.
  public record Other() implements Content {}

  /// Where it leads.
  public record Link(String target) implements Content {}

  /// Nothing: its size is 0.
  public record Empty() implements Content {}

  /// A program for a machine; see [#elf].
  ///
  /// @param head how it begins
  public record Program(Head head) implements Content {
    /// Its header, read.
    public Elf elf() throws Unobservable {
      return Elf.of(head);
    }
  }

  /// Anything else: a script, text, data.
  ///
  /// @param head how its first line begins, at most 256 bytes
  public record Text(Head head) implements Content {}

  /// Whether anybody at all may run it.
  public boolean isExecutable() {
    return (mode & ANYBODY_EXECUTES) != 0;
  }

  /// Whether it could be run if it may be: no folder, no link, no device.
  public boolean isPlain() {
    return content instanceof Empty || content instanceof Program || content instanceof Text;
  }

  /// As `ls -l` would say it: `mode 644, owner 0:0`.
  @Override
  public String toString() {
    return "mode %o, owner %d:%d".formatted(mode, uid, gid);
  }
}
