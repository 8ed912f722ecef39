package dockdiag.cli.diagram;

import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.PathStep.Direction;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Topology;
import dockdiag.probes.docker.DockerNetwork.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Drawings in the language of Mermaid, which GitHub and GitLab show in Markdown.
///
/// Whoever wrote a label, nothing in it is obeyed: what is no letter, no digit and not harmless
/// stands there as an entity of Mermaid's, `#35;`.
public final class Mermaid {

  private static final String HARMLESS = " ./:,-=_+";

  private final List<String> lines = new ArrayList<>(List.of("flowchart LR"));

  private Mermaid() {}

  /// Each network with the containers in it.
  public static List<String> of(Topology topology) {
    Mermaid drawing = new Mermaid();
    Map<String, String> containers = new LinkedHashMap<>();
    int number = 0;
    for (Cables cables : topology.networks()) {
      String network = "n" + number++;
      drawing.lines.add("  " + network + "([\"" + label(network(cables)) + "\"])");
      for (Plug plug : cables.plugs()) {
        drawing.plug(network, plug, containers);
      }
    }
    return drawing.lines;
  }

  private static String network(Cables cables) {
    Stream<String> pools =
        cables.network().pools().stream().map(Pool::subnet).map(Object::toString);
    return Stream.concat(Stream.of(cables.network().name(), cables.network().driver()), pools)
        .collect(Collectors.joining(", "));
  }

  private void plug(String network, Plug plug, Map<String, String> containers) {
    String name = plug.container().name();
    if (!containers.containsKey(name)) {
      containers.put(name, "c" + containers.size());
      lines.add("  " + containers.get(name) + "[\"" + label(name) + "\"]");
    }
    String addresses =
        plug.endpoint().addresses().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    String cable = addresses.isEmpty() ? " --- " : " ---|\"" + label(addresses) + "\"| ";
    lines.add("  " + network + cable + containers.get(name));
  }

  /// The stages of a packet's way and back; where it breaks, the last one says so.
  public static List<String> of(List<PathStep> path) {
    Mermaid drawing = new Mermaid();
    List<PathStep> stages = PathDrawing.stages(path);
    for (int i = 0; i < stages.size(); i++) {
      PathStep step = stages.get(i);
      String shape = "p" + i + "[\"" + label(stage(step)) + "\"]";
      String arrow = step.direction() == Direction.REQUEST ? " --> " : " -.-> ";
      drawing.lines.add("  " + (i == 0 ? "" : "p" + (i - 1) + arrow) + shape);
    }
    return drawing.lines;
  }

  private static String stage(PathStep step) {
    return step.where() + ": " + step.stage() + " " + step.verdict();
  }

  private static String label(String untrusted) {
    return untrusted
        .codePoints()
        .mapToObj(
            point ->
                Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0
                    ? Character.toString(point)
                    : "#" + point + ";")
        .collect(Collectors.joining());
  }
}
