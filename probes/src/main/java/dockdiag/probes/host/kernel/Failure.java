package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import jnr.posix.POSIXFactory;
import org.jspecify.annotations.Nullable;

/// Turns what the kernel refuses into a reason.
public final class Failure {

  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int ESRCH = 3;
  private static final int EACCES = 13;

  private Failure() {}

  /// The reason behind an exception of `java.io` or `java.nio`.
  public static Unobservable of(IOException failure, String what) {
    return switch (failure) {
      case NoSuchFileException _ -> absent(what);
      case FileNotFoundException _ -> absent(what);
      case NotDirectoryException _ -> absent(what);
      case AccessDeniedException _ -> forbidden(what);
      case FileSystemException named -> byText(named.getReason(), what);
      default -> byText(failure.getMessage(), what);
    };
  }

  /// The reason behind errno(3).
  public static Unobservable of(int errno, String what) {
    return switch (errno) {
      case EPERM, EACCES -> forbidden(what);
      case ENOENT, ESRCH -> absent(what);
      default -> new Unobservable(Reason.NOT_UNDERSTOOD, what + ": errno " + errno);
    };
  }

  /// It is not there.
  public static Unobservable absent(String what) {
    return new Unobservable(Reason.NOT_PRESENT, what + ": not there");
  }

  /// The kernel refused, and who asked.
  public static Unobservable forbidden(String what) {
    int user = POSIXFactory.getPOSIX().geteuid();
    String help = user == 0 ? "refused even to root; is this a container?" : "needs root (sudo)";
    return new Unobservable(
        Reason.NOT_PERMITTED, what + ": not permitted as user " + user + ", " + help);
  }

  // the JDK tells these errors by their text alone (strerror(3), never localized in the JVM's C)
  private static Unobservable byText(@Nullable String text, String what) {
    String message = text == null ? "" : text;
    if (message.contains("Operation not permitted") || message.contains("Permission denied")) {
      return forbidden(what);
    }
    if (message.contains("No such process") || message.contains("No such file")) {
      return absent(what);
    }
    return new Unobservable(Reason.NOT_UNDERSTOOD, what + ": " + message);
  }
}
