/// Networks whose names, addresses or ways out are in disorder.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.network;
