package dockdiag.testenv.scenario.link;

import dockdiag.testenv.DockerHost;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The veth pair of a container's eth0.
final class Cable {
  private static final Pattern INNER = Pattern.compile("eth0@if(\\d+):");

  private Cable() {}

  /// The name of the host's end.
  static String onHost(DockerHost host, String container) {
    Matcher inner = INNER.matcher(inside(host, container, "ip -o link show eth0"));
    if (!inner.find()) {
      throw new IllegalStateException(container + " has no veth");
    }
    String names = host.shell("ip -o link show");
    Matcher outer = Pattern.compile("(?m)^" + inner.group(1) + ": ([^@]+)@").matcher(names);
    if (!outer.find()) {
      throw new IllegalStateException(container + " has no end on the host");
    }
    return outer.group(1);
  }

  /// What a command says in the container's network namespace.
  static String inside(DockerHost host, String container, String command) {
    String pid = host.shell("docker inspect --format '{{.State.Pid}}' " + container).strip();
    return host.shell("nsenter --target " + pid + " --net " + command);
  }
}
