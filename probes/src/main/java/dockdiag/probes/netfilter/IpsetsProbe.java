package dockdiag.probes.netfilter;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.List;

/// The sets of ipset, as far as they are understood: those of lists, of interfaces, of hardware
/// addresses and with exceptions are left out.
///
/// To be asked where a rule names one: then the kernel has loaded what the command needs.
public record IpsetsProbe(Namespace namespace) implements Probe<List<Ipset>> {

  @Override
  public List<Ipset> observe(Host host) throws Unobservable {
    Response response = host.ask(new Request.RunCommand(namespace, List.of("ipset", "save")));
    if (response.status() != 0) {
      Reason reason =
          response.body().contains("ermitted") ? Reason.NOT_PERMITTED : Reason.NOT_UNDERSTOOD;
      String line =
          response.body().lines().filter(text -> !text.equals("--")).findFirst().orElse("");
      throw new Unobservable(reason, "ipset: " + line);
    }
    return new IpsetReading().read(response.body());
  }

  @Override
  public String source() {
    return "ipset save";
  }

  @Override
  public String byHand() {
    return "ipset list";
  }
}
