/// Interfaces that carry nothing, or not all.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.link;
