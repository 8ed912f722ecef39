package dockdiag.playbooks.docker;

import dockdiag.playbooks.Fault;

/// The engine accepts the connection and does not answer in time.
public final class EngineHung implements Fault {}
