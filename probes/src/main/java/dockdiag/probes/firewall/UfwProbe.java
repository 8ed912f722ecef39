package dockdiag.probes.firewall;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import java.util.Map;
import java.util.Optional;

/// ufw's settings; empty where it is not installed. `ufw status` runs iptables and tells no more.
public record UfwProbe() implements Probe<Optional<Ufw>> {

  private static final String STARTS = "/etc/ufw/ufw.conf";
  private static final String POLICIES = "/etc/default/ufw";

  @Override
  public Optional<Ufw> observe(Host host) throws Unobservable {
    Optional<Map<String, String>> starts = ShellVariables.in(STARTS, host);
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> policies = ShellVariables.in(POLICIES, host).orElse(Map.of());
    return Optional.of(
        new Ufw(
            starts.get().getOrDefault("ENABLED", "no").matches("(?i)yes"),
            policies.getOrDefault("DEFAULT_INPUT_POLICY", "DROP"),
            policies.getOrDefault("DEFAULT_FORWARD_POLICY", "DROP")));
  }

  @Override
  public String source() {
    return STARTS + ", " + POLICIES;
  }

  @Override
  public String byHand() {
    return "ufw status verbose";
  }
}
