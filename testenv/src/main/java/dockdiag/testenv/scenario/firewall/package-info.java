/// Hosts whose firewall hurts Docker, or that Docker goes past.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.firewall;
