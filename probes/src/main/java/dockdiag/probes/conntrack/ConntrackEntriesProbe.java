package dockdiag.probes.conntrack;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The connections to one port that the kernel remembers.
///
/// conntrack(8) asks by netlink, for which the kernel would load `nf_conntrack_netlink`; where that
/// is not there yet, it is not asked. An engine has it loaded, since it forgets connections so.
public record ConntrackEntriesProbe(Namespace namespace, Port port)
    implements Probe<List<ConntrackEntry>> {

  private static final Pattern ENTRY =
      Pattern.compile(
          ".*?\\bsrc=(\\S+) dst=(\\S+) sport=(\\d{1,5}) dport=\\d+ .*?\\bsrc=(\\S+) dst=.*");
  private static final String MODULE = "nf_conntrack_netlink";

  @Override
  public List<ConntrackEntry> observe(Host host) throws Unobservable {
    if (wouldLoad(host)) {
      throw new Unobservable(Reason.NOT_PRESENT, MODULE + " is not loaded");
    }
    Response response = host.ask(new Request.RunCommand(namespace, words()));
    String[] parts = response.body().split("(?m)^--$", 2);
    if (response.status() != 0) {
      String message = parts[parts.length - 1].strip();
      Reason reason =
          message.contains("not permitted") ? Reason.NOT_PERMITTED : Reason.NOT_UNDERSTOOD;
      throw new Unobservable(reason, "conntrack: " + message.lines().findFirst().orElse(""));
    }
    List<ConntrackEntry> entries = new ArrayList<>();
    for (String line : parts[0].lines().filter(text -> !text.isBlank()).toList()) {
      entries.add(entry(line));
    }
    return List.copyOf(entries);
  }

  /// A kernel without modules has all that it has.
  private boolean wouldLoad(Host host) throws Unobservable {
    try {
      return !host.ask(new Request.ReadFile(namespace, "/proc/modules")).body().contains(MODULE);
    } catch (Unobservable none) {
      if (none.reason() == Reason.NOT_PRESENT) {
        return false;
      }
      throw none;
    }
  }

  private static ConntrackEntry entry(String line) throws Unobservable {
    Matcher matcher = ENTRY.matcher(line);
    if (!matcher.matches()) {
      throw Unobservable.notUnderstood("conntrack", line);
    }
    return new ConntrackEntry(
        address(matcher.group(1), line),
        Integer.parseInt(matcher.group(3)),
        address(matcher.group(2), line),
        address(matcher.group(4), line),
        line.contains("[UNREPLIED]"));
  }

  private static Address address(String text, String line) throws Unobservable {
    return Address.parse(text).orElseThrow(() -> Unobservable.notUnderstood("conntrack", line));
  }

  private List<String> words() {
    return List.of(
        "conntrack", "-L", "-p", port.protocol().toString(), "--dport", "" + port.number());
  }

  @Override
  public String source() {
    return String.join(" ", words());
  }

  @Override
  public String byHand() {
    return source();
  }
}
