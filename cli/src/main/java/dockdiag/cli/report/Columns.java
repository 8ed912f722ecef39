package dockdiag.cli.report;

import java.util.List;
import java.util.stream.IntStream;

/// A table of text: columns as wide as their widest cell, two blanks apart.
public final class Columns {

  private static final int APART = 2;

  private Columns() {}

  /// The lines of the table, in order.
  ///
  /// @param rows a cell for each column, in a form that does no harm to a terminal
  public static List<String> lines(List<List<String>> rows) {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size()).mapToObj(i -> width(rows, i)).toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.size(); column++) {
      String cell = row.get(column);
      line.append(cell).repeat(' ', widths.get(column) - cell.length() + APART);
    }
    return line.toString().stripTrailing();
  }
}
