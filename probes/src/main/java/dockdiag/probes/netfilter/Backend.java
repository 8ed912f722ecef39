package dockdiag.probes.netfilter;

/// Who keeps the rules; the kernel asks all of them.
public enum Backend {
  /// `iptables` over nf_tables (iptables-nft).
  IPTABLES_NFT,
  /// `iptables` over ip_tables (iptables-legacy), invisible to nft and to iptables-nft.
  IPTABLES_LEGACY,
  /// `nft`.
  NFTABLES;

  /// The command that shows it.
  public String command() {
    return switch (this) {
      case IPTABLES_NFT -> "iptables";
      case IPTABLES_LEGACY -> "iptables-legacy";
      case NFTABLES -> "nft";
    };
  }
}
