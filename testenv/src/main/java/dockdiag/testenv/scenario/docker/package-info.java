/// Hosts on which the engine was told the wrong thing: states, publications, networks.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.docker;
