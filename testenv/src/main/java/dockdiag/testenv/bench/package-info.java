/// For people: broken hosts on the command line, `testenv/lab`.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.bench;
