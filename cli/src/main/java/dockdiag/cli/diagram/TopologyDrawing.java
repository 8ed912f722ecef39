package dockdiag.cli.diagram;

import dockdiag.cli.diagram.Drawing.Box;
import dockdiag.cli.diagram.Drawing.Line;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Networks on the left, containers on the right, and the cables between them.
public final class TopologyDrawing {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 40;
  private static final int STEP = 52;
  private static final int NETWORK = 290;
  private static final int CONTAINER = 330;

  private final List<Line> lines = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final Map<String, Integer> containers = new LinkedHashMap<>();

  private TopologyDrawing() {}

  /// Each network, and each container that is in one.
  public static Drawing of(Topology topology, String label) {
    TopologyDrawing drawing = new TopologyDrawing();
    int rows = 0;
    for (Cables cables : topology.networks()) {
      drawing.network(cables, rows * STEP);
      cables.plugs().forEach(plug -> drawing.containers.putIfAbsent(name(plug), 0));
      rows++;
    }
    int row = 0;
    for (String name : drawing.containers.keySet()) {
      drawing.container(name, topology, row * STEP);
      row++;
    }
    rows = 0;
    for (Cables cables : topology.networks()) {
      int middle = rows * STEP + HEIGHT / 2;
      cables.plugs().forEach(plug -> drawing.cable(middle, plug));
      rows++;
    }
    int height = Math.max(1, Math.max(rows, row) * STEP);
    return new Drawing(label, WIDTH, height, drawing.lines, drawing.boxes);
  }

  private static String name(Plug plug) {
    return plug.container().name();
  }

  private void network(Cables cables, int top) {
    String pools =
        cables.network().pools().stream()
            .map(pool -> pool.subnet().toString())
            .collect(Collectors.joining(" "));
    String detail = (cables.network().driver() + " " + pools).strip();
    boxes.add(new Box(0, top, NETWORK, HEIGHT, "network", cables.network().name(), detail));
  }

  private void container(String name, Topology topology, int top) {
    containers.put(name, top);
    String addresses =
        topology.of(name).stream()
            .flatMap(plug -> plug.endpoint().addresses().stream())
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    int left = WIDTH - CONTAINER;
    boxes.add(new Box(left, top, CONTAINER, HEIGHT, "container", name, addresses));
  }

  private void cable(int middle, Plug plug) {
    int other = containers.getOrDefault(name(plug), 0) + HEIGHT / 2;
    lines.add(new Line(NETWORK, middle, WIDTH - CONTAINER, other, "cable"));
  }
}
