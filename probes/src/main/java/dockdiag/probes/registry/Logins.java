package dockdiag.probes.registry;

import java.util.List;
import java.util.Optional;

/// Where the docker command of the user who asks keeps logins; the engine is given them with each
/// pull, and has none of its own.
///
/// @param file `config.json`; empty where there is none
/// @param stored registries whose login stands in the file itself
/// @param tokens registries of which the file holds an identity token in a login's place
/// @param proxy that containers are given
public record Logins(
    String file,
    List<String> stored,
    List<String> tokens,
    List<Keeper> keepers,
    Optional<String> proxy) {

  /// A program that keeps them, `docker-credential-NAME`.
  ///
  /// @param registry empty where it is of all
  public record Keeper(String name, boolean isPresent, String registry) {}

  public Logins {
    stored = List.copyOf(stored);
    tokens = List.copyOf(tokens);
    keepers = List.copyOf(keepers);
  }

  /// As whom the file names a registry, whose login is stored in it.
  public Optional<String> storedFor(String registry) {
    return stored.stream().filter(one -> isFor(one, registry)).findFirst();
  }

  /// Whether the user is known to a registry by an identity token.
  public boolean hasToken(String registry) {
    return tokens.stream().anyMatch(one -> isFor(one, registry));
  }

  /// The program that is asked for a registry's login.
  public Optional<Keeper> keeperFor(String registry) {
    return keepers.stream()
        .filter(one -> isFor(one.registry(), registry))
        .findFirst()
        .or(() -> keepers.stream().filter(one -> one.registry().isEmpty()).findFirst());
  }

  /// Docker Hub's is kept under its old URL.
  private static boolean isFor(String name, String registry) {
    String bare = name.replaceFirst("^https?://", "").replaceFirst("/.*", "");
    return bare.equals(registry)
        || (bare.equals("index.docker.io") && registry.equals("docker.io"));
  }
}
