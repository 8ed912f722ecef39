package dockdiag.probes.netfilter;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;

/// The rules of one table of nft, as those that [NftProbe] shows of all.
public record NftTableProbe(Namespace namespace, Family family, String name)
    implements Probe<Ruleset> {

  @Override
  public Ruleset observe(Host host) throws Unobservable {
    List<String> words = List.of("nft", "-j", "list", "table", family.toString(), name);
    return NftProbe.ruleset(host, new Request.RunCommand(namespace, words), source());
  }

  @Override
  public String source() {
    return "nft list table " + family + " " + name;
  }

  @Override
  public String byHand() {
    return "nft -a list table " + family + " " + name;
  }
}
