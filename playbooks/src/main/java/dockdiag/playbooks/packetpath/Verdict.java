package dockdiag.playbooks.packetpath;

/// What a rule, a chain or a hook says of a packet.
sealed interface Verdict {

  /// On with the next rule, or the next chain.
  record Continue() implements Verdict {}

  /// This base chain is done with it.
  record Accept() implements Verdict {}

  /// Back to the calling chain.
  record Return() implements Verdict {}

  /// Through another chain, and back or not.
  record Enter(String chain, boolean comesBack) implements Verdict {}

  /// That is its end.
  record End(Fate fate) implements Verdict {}
}
