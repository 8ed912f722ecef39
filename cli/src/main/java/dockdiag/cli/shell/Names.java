package dockdiag.cli.shell;

import dockdiag.cli.report.Untrusted;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.symptom.Playbooks;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.ImagesProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What may stand for a parameter, by the parameter's label, with a word about each; nothing where
/// the engine does not tell, or where there is no end of what may stand.
final class Names {

  private static final String CONTAINER = "CONTAINER";
  private static final String FROM = "FROM";
  private static final String TO = "TO[:PORT[/PROTO]]";

  private final Facts facts;

  Names(Facts facts) {
    this.facts = facts;
  }

  /// Whether every word that may stand for such a parameter is known, so that another is wrong.
  static boolean isClosed(String label) {
    return label.equals(CONTAINER) || label.equals("ID");
  }

  /// @param container the one that the line names, if it does
  Map<String, String> of(String label, String container) {
    Map<String, String> names = new LinkedHashMap<>();
    try {
      switch (label) {
        case CONTAINER, "NAME" -> containers(names);
        case FROM, TO -> {
          names.put("host", "the Docker host");
          containers(names);
        }
        case "CONTAINER|IMAGE" -> {
          containers(names);
          facts.get(new ImagesProbe()).forEach(image -> names.putIfAbsent(image, "image"));
        }
        case "PORT[/PROTO]" -> ports(container, names);
        case "NETWORK" -> facts.get(new NetworksProbe()).forEach(one -> network(one, names));
        case "ID", "SLUG[@SUBJECT]" -> faults(names);
        default -> {
          // addresses, durations, names of servers
        }
      }
    } catch (Unobservable unseen) {
      return names; // what was seen before
    }
    // a name that would have to be shown by numbers cannot be typed either
    names.keySet().removeIf(name -> !Untrusted.shown(name).equals(name));
    return names;
  }

  private void containers(Map<String, String> names) throws Unobservable {
    for (ContainerSummary one : facts.get(new ContainersProbe())) {
      String status = one.status().name().toLowerCase(Locale.ROOT);
      names.put(one.name(), Untrusted.shown(one.image()) + ", " + status);
    }
  }

  private void ports(String container, Map<String, String> names) throws Unobservable {
    for (ContainerSummary one : facts.get(new ContainersProbe())) {
      if (one.name().equals(container)) {
        one.published().forEach(port -> names.put(port.container().toString(), published(port)));
      }
    }
  }

  private static String published(PublishedPort port) {
    return port.hostAddress().with(port.hostPort());
  }

  private static void network(DockerNetwork one, Map<String, String> names) {
    String pools =
        one.pools().stream().map(pool -> " " + pool.subnet()).collect(Collectors.joining());
    names.put(one.name(), Untrusted.shown(one.driver()) + pools);
  }

  private static void faults(Map<String, String> names) {
    List<Fault> faults = Playbooks.faults();
    faults.forEach(one -> names.put(one.slug(), Explanation.of(one, "en").title()));
  }
}
