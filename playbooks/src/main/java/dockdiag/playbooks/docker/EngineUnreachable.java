package dockdiag.playbooks.docker;

import dockdiag.playbooks.Fault;

/// Nobody answers on the engine's socket.
public final class EngineUnreachable implements Fault {}
