package dockdiag.playbooks.resolver;

import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.net.Address;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Who bears which name on which network.
///
/// @param bearers all of them
public record Names(List<Bearer> bearers) {

  private static final int NEAR = 2;

  public Names {
    bearers = List.copyOf(bearers);
  }

  /// A container on a network, or one that does not run and would be there.
  ///
  /// @param names what it is called there, its own name first
  /// @param running whether the engine answers for it
  public record Bearer(
      String container,
      String network,
      String networkId,
      List<String> names,
      List<Address> addresses,
      boolean running) {

    public boolean isCalled(String name) {
      return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /// On the network `bridge` the engine answers for nobody.
    public boolean isOnDefaultBridge() {
      return network.equals("bridge");
    }

    public ContainerProbe probe() {
      return new ContainerProbe(container);
    }
  }

  /// Those of that name.
  public List<Bearer> called(String name) {
    return bearers.stream().filter(one -> one.isCalled(name)).toList();
  }

  /// Whether the engine answers for somebody of that name to whoever is on these networks.
  public boolean isAnsweredFor(String name, Set<String> networkIds) {
    return called(name).stream()
        .filter(one -> one.running() && networkIds.contains(one.networkId()))
        .anyMatch(one -> !one.isOnDefaultBridge());
  }

  /// The spelling nearest to the name of somebody on these networks, where one is near.
  public Optional<String> nearest(String name, Set<String> networkIds) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return bearers.stream()
        .filter(one -> one.running() && networkIds.contains(one.networkId()))
        .flatMap(one -> one.names().stream())
        .filter(one -> distance.apply(name, one) <= NEAR || isPart(name, one))
        .min(
            Comparator.<String>comparingInt(one -> distance.apply(name, one))
                .thenComparing(n -> n));
  }

  /// As `db` is of Compose's `shop-db-1`.
  private static boolean isPart(String name, String of) {
    return name.length() > 1 && Stream.of(of.split("[-_.]")).anyMatch(name::equalsIgnoreCase);
  }
}
