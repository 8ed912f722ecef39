package dockdiag.playbooks.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A registry, or an image of it, as the engine reads their names (distribution/reference).
///
/// @param registry `host:port`; `docker.io` where the name has none
/// @param repository in it: `library/busybox`; empty where the registry alone is meant
/// @param tag or digest, with which the manifest is asked for
public record Reference(String registry, Optional<String> repository, String tag) {

  /// Docker Hub, for which mirrors stand in.
  public static final String HUB = "docker.io";

  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
  private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final Pattern IMAGE =
      Pattern.compile(
          "(" + PART + "(?:/" + PART + ")*)(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");

  /// That registry, and nothing in it.
  public static Reference registry(String name) {
    return new Reference(name, Optional.empty(), "");
  }

  /// Reads what was typed: an image, or a registry where it can be no image of Docker Hub's: with a
  /// dot before any colon, `localhost`, or a slash at its end. Empty where it is neither.
  public static Optional<Reference> parse(String typed) {
    int slash = typed.indexOf('/');
    String first = slash < 0 ? typed : typed.substring(0, slash);
    boolean named =
        slash < 0
            ? first.matches("\\[.*|localhost(:.*)?|[^:]*\\..*")
            : first.matches("localhost|.*[.:].*") || slash == typed.length() - 1;
    String registry = named ? usual(first) : HUB;
    String rest = named ? (slash < 0 ? "" : typed.substring(slash + 1)) : typed;
    if (typed.isEmpty() || !REGISTRY.matcher(registry).matches()) {
      return Optional.empty();
    }
    return rest.isEmpty() ? Optional.of(registry(registry)) : image(registry, rest);
  }

  private static Optional<Reference> image(String registry, String rest) {
    Matcher image = IMAGE.matcher(rest);
    if (!image.matches()) {
      return Optional.empty();
    }
    String path = String.valueOf(image.group(1));
    String repository = registry.equals(HUB) && path.indexOf('/') < 0 ? "library/" + path : path;
    String tag =
        Optional.ofNullable(image.group(3))
            .or(() -> Optional.ofNullable(image.group(2)))
            .orElse("latest");
    return Optional.of(new Reference(registry, Optional.of(repository), tag));
  }

  private static String usual(String registry) {
    return registry.equals("index.docker.io") ? HUB : registry;
  }

  /// As people write it.
  @Override
  public String toString() {
    String separator = tag.startsWith("sha256:") ? "@" : ":";
    return registry + repository.map(name -> "/" + name + separator + tag).orElse("");
  }
}
