package dockdiag.probes.netfilter;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.List;

/// The rules of nft of all families, with counters where a rule has one.
///
/// Tables that iptables-nft keeps are there too, with targets that only [IptablesProbe] can read.
public record NftProbe(Namespace namespace) implements Probe<Ruleset> {

  @Override
  public Ruleset observe(Host host) throws Unobservable {
    List<String> words = List.of("nft", "-j", "list", "ruleset");
    return ruleset(host, new Request.RunCommand(namespace, words), source());
  }

  static Ruleset ruleset(Host host, Request.RunCommand command, String source) throws Unobservable {
    Response response = host.ask(command);
    String[] parts = response.body().split("(?m)^--$", 2);
    if (response.status() != 0) {
      String message = parts[parts.length - 1].strip();
      Reason reason =
          message.contains("not permitted") ? Reason.NOT_PERMITTED : Reason.NOT_UNDERSTOOD;
      throw new Unobservable(reason, "nft: " + message.lines().findFirst().orElse(""));
    }
    return NftReading.ruleset(source, parts[0]);
  }

  @Override
  public String source() {
    return "nft list ruleset";
  }

  @Override
  public String byHand() {
    return "nft -a list ruleset";
  }
}
