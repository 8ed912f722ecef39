/// Hosts on which a real packet meets something odd.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.reach;
