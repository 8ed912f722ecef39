/// Hosts whose packet filter has the wrong rules.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.netfilter;
