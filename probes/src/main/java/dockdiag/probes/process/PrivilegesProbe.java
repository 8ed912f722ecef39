package dockdiag.probes.process;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a process may do, proc_pid_status(5).
///
/// @param pid as the engine's host numbers it
public record PrivilegesProbe(int pid) implements Probe<Privileges> {

  private static final int EFFECTIVE = 1;

  @Override
  public Privileges observe(Host host) throws Unobservable {
    String body = host.ask(new Request.ReadFile(Namespace.HOST, source())).body();
    Map<String, List<String>> fields = new HashMap<>();
    for (String line : body.split("\n", -1)) {
      String[] parts = line.split(":", 2);
      if (parts.length == 2) {
        fields.put(parts[0], List.of(parts[1].strip().split("\\s+")));
      }
    }
    try {
      List<Long> groups = new ArrayList<>();
      groups.add(Long.valueOf(field(fields, "Gid").get(EFFECTIVE)));
      field(fields, "Groups").stream()
          .filter(group -> !group.isEmpty())
          .map(Long::valueOf)
          .forEach(groups::add);
      return new Privileges(
          Integer.parseInt(field(fields, "Uid").get(EFFECTIVE)),
          groups,
          Long.parseUnsignedLong(field(fields, "CapEff").getFirst(), 16));
    } catch (IllegalArgumentException | IndexOutOfBoundsException strange) {
      throw Unobservable.notUnderstood(source(), body);
    }
  }

  private List<String> field(Map<String, List<String>> fields, String name) throws Unobservable {
    List<String> values = fields.get(name);
    if (values == null) {
      throw Unobservable.notUnderstood(source(), "no " + name);
    }
    return values;
  }

  @Override
  public String source() {
    return "/proc/" + pid + "/status";
  }

  @Override
  public String byHand() {
    return "cat " + source();
  }
}
