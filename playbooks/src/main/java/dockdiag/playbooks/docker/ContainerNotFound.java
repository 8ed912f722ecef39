package dockdiag.playbooks.docker;

import dockdiag.playbooks.Fault;

/// No container bears the name that was asked about.
public final class ContainerNotFound implements Fault {}
