package dockdiag.playbooks.exchange;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Addresses that somebody of a subnet might have.
final class Addresses {

  /// Gateways and the first servers of a network have the lowest numbers.
  private static final int FIRST = 7;

  private static final int LAST = 254;

  private Addresses() {}

  /// Those of the subnet that differ from this one of it in their last byte alone.
  static Stream<Address> beside(Address one, Subnet subnet) {
    return numbers().mapToObj(number -> ending(one, number)).filter(subnet::contains);
  }

  static IntStream numbers() {
    return IntStream.rangeClosed(FIRST, LAST);
  }

  private static Address ending(Address address, int number) {
    byte[] bytes = address.value().getAddress();
    bytes[bytes.length - 1] = (byte) number;
    try {
      return new Address(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }
}
