package dockdiag.probes.machine;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the kernel's network stack has counted, by group and name: `TcpExt IPReversePathFilter`.
///
/// The file has a line of names and a line of numbers for each group (netstat_seq_show of
/// net/ipv4/proc.c).
public record NetCountersProbe(Namespace namespace) implements Probe<Map<String, Long>> {

  private static final String FILE = "/proc/net/netstat";

  @Override
  public Map<String, Long> observe(Host host) throws Unobservable {
    List<String> lines = host.ask(new Request.ReadFile(namespace, FILE)).body().lines().toList();
    Map<String, Long> counters = new HashMap<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      String[] names = lines.get(i).split(" ");
      String[] numbers = lines.get(i + 1).split(" ");
      if (names.length != numbers.length || !names[0].equals(numbers[0])) {
        throw Unobservable.notUnderstood(FILE, lines.get(i));
      }
      String group = names[0].replace(":", " ");
      for (int j = 1; j < names.length; j++) {
        counters.put(group + names[j], number(numbers[j]));
      }
    }
    return Map.copyOf(counters);
  }

  private static long number(String digits) throws Unobservable {
    if (!digits.matches("-?[0-9]{1,18}")) {
      throw Unobservable.notUnderstood(FILE, digits);
    }
    return Long.parseLong(digits);
  }

  @Override
  public String source() {
    return FILE;
  }

  @Override
  public String byHand() {
    return "nstat -az";
  }
}
