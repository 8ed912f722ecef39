package dockdiag.playbooks.docker;

import dockdiag.playbooks.Fault;

/// The engine's socket is there, and this user may not open it.
public final class EnginePermissionDenied implements Fault {}
