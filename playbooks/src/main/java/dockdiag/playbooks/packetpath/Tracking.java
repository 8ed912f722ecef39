package dockdiag.playbooks.packetpath;

/// What the kernel's connection tracking knows of a packet.
///
/// @param state before conntrack's own hook [State#NONE]
/// @param reply whether the packet goes from the answering end to the asking one
/// @param original ends of the connection's first packet before any rewriting
/// @param answer ends of the answers before any rewriting
/// @param mark the connection's
/// @param destinationSet whether it is settled how destinations are rewritten
/// @param sourceSet whether it is settled how sources are rewritten
record Tracking(
    State state,
    boolean reply,
    Ends original,
    Ends answer,
    long mark,
    boolean destinationSet,
    boolean sourceSet) {

  enum State {
    NONE,
    UNTRACKED,
    NEW,
    ESTABLISHED
  }

  /// Whom from, whom to.
  record Ends(Endpoint source, Endpoint destination) {
    Ends turned() {
      return new Ends(/* source= */ destination, /* destination= */ source);
    }
  }

  private static final Endpoint NOBODY =
      new Endpoint(dockdiag.probes.net.Address.ANY4, Endpoint.UNKNOWN_PORT);

  static Tracking none() {
    return of(State.NONE, new Ends(NOBODY, NOBODY));
  }

  static Tracking of(State state, Ends original) {
    return new Tracking(state, false, original, original.turned(), 0, false, false);
  }

  boolean isTracked() {
    return state == State.NEW || state == State.ESTABLISHED;
  }

  boolean rewritesDestination() {
    return !answer.source().equals(original.destination());
  }

  boolean rewritesSource() {
    return !answer.destination().equals(original.source());
  }

  Tracking marked(long value) {
    return new Tracking(state, reply, original, answer, value, destinationSet, sourceSet);
  }

  Tracking destination(Endpoint to) {
    Ends turned = new Ends(to, answer.destination());
    return new Tracking(state, reply, original, turned, mark, true, sourceSet);
  }

  Tracking source(Endpoint from) {
    Ends turned = new Ends(answer.source(), from);
    return new Tracking(state, reply, original, turned, mark, destinationSet, true);
  }

  /// Whether packets of its direction go to another end than they were sent to.
  boolean redirects() {
    Endpoint from = reply ? original.source() : original.destination();
    Endpoint to = reply ? answer.destination() : answer.source();
    return !from.address().equals(to.address());
  }

  /// A packet of it behind NAT's work on destinations, or on sources (nf_nat_manip_pkt of
  /// net/netfilter/nf_nat_proto.c): the other direction's ends, turned.
  Packet rewritten(Packet packet, boolean destinations) {
    Ends other = reply ? original : answer;
    boolean rewrites = destinations != reply ? rewritesDestination() : rewritesSource();
    if (!rewrites) {
      return packet;
    }
    return destinations ? packet.to(other.source()) : packet.from(other.destination());
  }

  /// Whom from and whom to packets go in its direction, before any rewriting.
  Ends ends() {
    return reply ? answer : original;
  }

  /// Of an answer to the connection's packets.
  Tracking answered() {
    return new Tracking(State.ESTABLISHED, true, original, answer, mark, true, true);
  }

  /// Of another packet of its own direction, once there was an answer.
  Tracking established() {
    return new Tracking(State.ESTABLISHED, reply, original, answer, mark, true, true);
  }

  /// Of another packet from the asking end.
  Tracking repeated() {
    return new Tracking(state, false, original, answer, mark, true, true);
  }
}
