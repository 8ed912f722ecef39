package dockdiag.probes.firewall;

/// How ufw was told to run, ufw-framework(8).
///
/// @param enabled whether it starts with the host
/// @param input what becomes of packets to the host that no rule takes: `ACCEPT`, `DROP`, `REJECT`
/// @param forward the same of packets that the host forwards
public record Ufw(boolean enabled, String input, String forward) {}
