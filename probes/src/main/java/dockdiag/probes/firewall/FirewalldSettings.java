package dockdiag.probes.firewall;

/// How firewalld was told to run, firewalld.conf(5).
///
/// @param defaultZone where interfaces are that nobody put into a zone
/// @param strictForwardPorts whether only ports that it forwards itself may be forwarded, since 2.3
public record FirewalldSettings(String defaultZone, boolean strictForwardPorts) {}
