package dockdiag.cli.diagram;

import java.util.List;

/// Boxes and the lines between them, as an SVG has them: in pixels, from the left and from the top.
///
/// @param label what it shows, for who does not see it
public record Drawing(String label, int width, int height, List<Line> lines, List<Box> boxes) {

  public Drawing {
    lines = List.copyOf(lines);
    boxes = List.copyOf(boxes);
  }

  /// @param kind how it looks: `request`, `reply`, `cable`
  public record Line(int x1, int y1, int x2, int y2, String kind) {}

  /// What does not fit into a box is cut off.
  ///
  /// @param kind how it looks: `request`, `reply`, `broken`, `network`, `container`
  /// @param title untrusted, as the detail is
  public record Box(
      int x, int y, int width, int height, String kind, String title, String detail) {}
}
