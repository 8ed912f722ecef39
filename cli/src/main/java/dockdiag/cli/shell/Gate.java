package dockdiag.cli.shell;

import java.io.PrintWriter;
import java.io.Writer;

/// Lets a command speak until it is given up, and remembers what it said.
final class Gate extends Writer {

  private final PrintWriter target;
  private final StringBuilder said = new StringBuilder();
  private boolean isShut;

  Gate(PrintWriter target) {
    this.target = target;
  }

  @Override
  public void write(char[] text, int from, int length) {
    synchronized (lock) {
      if (!isShut) {
        target.write(text, from, length);
        said.append(text, from, length);
      }
    }
  }

  @Override
  public void flush() {
    synchronized (lock) {
      if (!isShut) {
        target.flush();
      }
    }
  }

  /// From now on it says nothing more.
  @Override
  public void close() {
    synchronized (lock) {
      isShut = true;
    }
  }

  String said() {
    synchronized (lock) {
      return said.toString();
    }
  }
}
