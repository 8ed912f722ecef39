package dockdiag.probes.host.echo;

import java.util.Optional;

/// What an error means, by the numbers of RFC 792 and RFC 4443.
record IcmpError(QueuedError error) {

  private static final int ICMP6 = 3;
  private static final int EXCEEDED = 11;
  private static final int UNREACHABLE = 3;
  private static final int FRAGMENTATION_NEEDED = 4;
  private static final int UNREACHABLE6 = 1;
  private static final int TOO_BIG6 = 2;
  private static final int EXCEEDED6 = 3;

  /// In the words of `Request.Echo`; empty where it ends nothing, as a redirect.
  Optional<String> text() {
    if (error.origin() == QueuedError.LOCAL) {
      return error.info() > 0 ? Optional.of(tooBig()) : Optional.empty();
    }
    return error.origin() == ICMP6 ? ofIpv6() : ofIpv4();
  }

  private Optional<String> ofIpv4() {
    return switch (error.type()) {
      case UNREACHABLE ->
          Optional.of(error.code() == FRAGMENTATION_NEEDED ? tooBig() : unreachable());
      case EXCEEDED -> Optional.of("outcome: time-exceeded\n" + by());
      default -> Optional.empty();
    };
  }

  private Optional<String> ofIpv6() {
    return switch (error.type()) {
      case UNREACHABLE6 -> Optional.of(unreachable());
      case TOO_BIG6 -> Optional.of(tooBig());
      case EXCEEDED6 -> Optional.of("outcome: time-exceeded\n" + by());
      default -> Optional.empty();
    };
  }

  private String unreachable() {
    return "outcome: unreachable\n" + by() + "code: " + error.code() + "\n";
  }

  private String tooBig() {
    return "outcome: too-big\n" + by() + "mtu: " + error.info() + "\n";
  }

  private String by() {
    return error.by().map(address -> "by: " + address + "\n").orElse("");
  }
}
