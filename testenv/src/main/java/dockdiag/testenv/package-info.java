/// Placeholder sentence.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv;
