/// What the lab makes out of Debian packages, and the folder that it keeps it in.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.debian;
