package dockdiag.probes.netfilter;

/// A part of a rule, in the order in which the kernel asks it: what it asks of the packet or what
/// it does to it.
///
/// A rule of iptables has matches and at most one target behind them; nft mixes them freely.
public sealed interface Statement permits Match, Target {}
