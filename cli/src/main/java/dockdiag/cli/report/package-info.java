/// Reports: one diagnosis, written for people or for machines, each format in one class.
@NullMarked
package dockdiag.cli.report;

import org.jspecify.annotations.NullMarked;
