package dockdiag.cli.diagram;

import dockdiag.cli.diagram.Drawing.Box;
import dockdiag.cli.diagram.Drawing.Line;
import dockdiag.playbooks.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A packet's way and back, stage below stage, and where it breaks.
public final class PathDrawing {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 40;
  private static final int STEP = 56;

  private PathDrawing() {}

  /// @param breaks whether the packet gets no further than that step
  public static Drawing of(List<PathStep> path, String label, Predicate<PathStep> breaks) {
    List<PathStep> stages = stages(path);
    List<Line> lines = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (PathStep stage : stages) {
      int top = boxes.size() * STEP;
      String kind = stage.direction().name().toLowerCase(Locale.ROOT);
      if (top > 0) {
        lines.add(new Line(WIDTH / 2, top - STEP + HEIGHT, WIDTH / 2, top, kind));
      }
      String title = stage.where() + ": " + stage.stage();
      boxes.add(
          new Box(
              0, top, WIDTH, HEIGHT, breaks.test(stage) ? "broken" : kind, title, detail(stage)));
    }
    return new Drawing(label, WIDTH, Math.max(1, boxes.size() * STEP), lines, boxes);
  }

  private static String detail(PathStep stage) {
    return Stream.of(stage.verdict(), stage.ref(), stage.rule())
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  /// The last step of each stage, which is the one that decided.
  static List<PathStep> stages(List<PathStep> path) {
    List<PathStep> stages = new ArrayList<>();
    for (PathStep step : path) {
      if (!stages.isEmpty() && isSameStage(stages.getLast(), step)) {
        stages.removeLast();
      }
      stages.add(step);
    }
    return stages;
  }

  private static boolean isSameStage(PathStep one, PathStep other) {
    return one.direction() == other.direction()
        && one.where().equals(other.where())
        && one.stage().equals(other.stage());
  }
}
