package dockdiag.probes.host.tree;

import java.io.IOException;

/// So much memory, and no more, for what is kept of an archive.
final class Room {

  private final int most;
  private int left;

  Room(int bytes) {
    this.most = bytes;
    this.left = bytes;
  }

  /// @throws IOException where there is not so much left
  void take(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("more files than " + (most >> 20) + " MiB hold the beginnings of");
    }
  }
}
