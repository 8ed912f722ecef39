package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The flags of the host's first processor.
public record CpuProbe() implements Probe<Cpu> {

  private static final Pattern FLAGS = Pattern.compile("(?m)^flags\\s*:(.*)$");

  @Override
  public Cpu observe(Host host) throws Unobservable {
    String text = host.ask(new Request.ReadFile(Namespace.HOST, source())).body();
    Matcher flags = FLAGS.matcher(text);
    return new Cpu(
        flags.find() ? Set.copyOf(List.of(flags.group(1).strip().split("\\s+"))) : Set.of());
  }

  @Override
  public String source() {
    return "/proc/cpuinfo";
  }

  @Override
  public String byHand() {
    return "/lib64/ld-linux-x86-64.so.2 --help | grep x86-64-v";
  }
}
