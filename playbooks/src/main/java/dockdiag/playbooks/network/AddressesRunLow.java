package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork.Pool;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A network has few addresses left for more containers: at most one of ten.
///
/// Of a network that several hosts share, this one does not know them all.
public final class AddressesRunLow implements Check<Wired> {

  private static final int ONE_OF = 10;

  /// A network that was made for fewer is mostly meant to be full.
  private static final int FEW = 10;

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), AddressesRunLow::judge);
  }

  private static Optional<Finding> judge(Cables cables) {
    return cables.network().scope().equals("local")
        ? cables.network().pools().stream()
            .filter(pool -> !pool.subnet().isIpv6())
            .flatMap(pool -> found(cables, pool).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Finding> found(Cables cables, Pool pool) {
    Subnet given = pool.given();
    List<Address> used =
        cables.live().stream()
            .flatMap(plug -> plug.endpoint().addresses().stream())
            .filter(given::contains)
            .distinct()
            .toList();
    long most = most(cables, pool);
    long left = most - used.size();
    return most > 0 && left * ONE_OF <= most
        ? Optional.of(found(cables, given, most, used.size()))
        : Optional.empty();
  }

  /// The network's own address, its broadcast address and its gateway are given to nobody.
  private static long most(Cables cables, Pool pool) {
    Stream<Address> kept =
        Stream.concat(
            Stream.of(pool.subnet().first(), pool.subnet().last()),
            Stream.of(cables.gateway(pool).orElse(pool.subnet().first())));
    return pool.given()
        .count()
        .subtract(BigInteger.valueOf(kept.distinct().filter(pool.given()::contains).count()))
        .longValue();
  }

  private static Finding found(Cables cables, Subnet given, long most, int used) {
    boolean isFull = used >= most && most >= FEW;
    return (isFull ? Finding.warning(cables.subject()) : Finding.note(cables.subject()))
        .word("used", used)
        .word("most", most)
        .word("range", given)
        .because(new NetworksProbe(), cables.network().name() + ": " + given)
        .because(new ContainersProbe(), used + " addresses of " + given + " are in use")
        .mend(Remedy.byHand("free"))
        .mend(Remedy.byHand("larger"));
  }
}
