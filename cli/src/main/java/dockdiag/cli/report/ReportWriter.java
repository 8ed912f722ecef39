package dockdiag.cli.report;

import java.io.IOException;

/// One format of reports. The same report gives the same characters.
public interface ReportWriter {

  /// Writes the whole report, its last line ended.
  ///
  /// @throws IOException where the target cannot be written
  void write(Report report, Appendable target) throws IOException;
}
