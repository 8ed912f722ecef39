package dockdiag.probes.host;

/// A file is no evidence bundle that this version reads; one line says what is wrong, and where.
public final class BundleUnreadable extends Exception {

  private static final long serialVersionUID = 1L;

  BundleUnreadable(String where, String what) {
    super((where + ": " + what).replaceAll("\\p{Cntrl}", "?"), null, false, false);
  }
}
