/// Programs that a container cannot start with.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.entrypoint;
