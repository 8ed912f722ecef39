package dockdiag.playbooks.packetpath;

/// A bridge, and its ports that a packet came in by and goes out by; empty where it does not.
record Ports(String bridge, String in, String out) {

  /// Some port, it is not known which: no interface can be named so.
  static final String SOME = "/";

  static final Ports NONE = new Ports("", "", "");

  Ports to(String port) {
    return new Ports(bridge, in, port);
  }
}
