/// Programs for another processor.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.emulation;
