/// The list of all hosts by name.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.catalogue;
