package dockdiag.playbooks;

import java.util.List;

/// What a playbook shows of a host besides faults, as a table: who decides, what stands where.
///
/// @param key what it shows; reports have its heading and the columns' under that name
/// @param columns names of the columns
/// @param rows a text for each column
public record Overview(String key, List<String> columns, List<List<String>> rows) {
  public Overview {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
