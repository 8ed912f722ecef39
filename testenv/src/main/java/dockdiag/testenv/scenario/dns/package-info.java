/// Hosts whose containers are told nothing, or the wrong thing, when they ask for a name.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.dns;
