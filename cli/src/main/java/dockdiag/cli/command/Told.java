package dockdiag.cli.command;

import dockdiag.cli.report.Report;
import dockdiag.cli.session.Session;

/// A report as it was made.
///
/// @param session what it was made from
public record Told(Report report, Session session) {}
