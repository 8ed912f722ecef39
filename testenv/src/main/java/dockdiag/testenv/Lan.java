package dockdiag.testenv;

import java.util.ArrayList;
import java.util.List;

/// An Ethernet that several Docker hosts are on: the first is 192.0.2.1 there by its `lan1`, the
/// next 192.0.2.2 by its `lan2`, and so on. Its switch is a bridge in a namespace of its own.
public final class Lan implements AutoCloseable {

  private final Isolation first;
  private final List<DockerHost> others = new ArrayList<>();
  private final List<NetNamespace> hub = new ArrayList<>();

  Lan(Isolation first) {
    this.first = first;
  }

  /// Of the host of that number, from 1.
  public static String address(int number) {
    return "192.0.2." + number;
  }

  /// The name of that host's interface.
  public static String device(int number) {
    return "lan" + number;
  }

  /// One host more.
  void join(DockerHost host, Isolation isolation) {
    if (hub.isEmpty()) {
      hub.add(first.another());
      first.ip(hub.getFirst(), "link add lan type bridge");
      first.ip(hub.getFirst(), "link set lan up");
      plug(first, 1);
    }
    others.add(host);
    plug(isolation, others.size() + 1);
  }

  DockerHost host(int number) {
    return others.get(number - 2);
  }

  private void plug(Isolation host, int number) {
    String device = device(number);
    host.link(hub.getFirst(), device);
    host.ip("addr add " + address(number) + "/24 dev " + device);
    host.ip("link set " + device + " up");
    first.ip(hub.getFirst(), "link set " + device + " master lan");
  }

  @Override
  public void close() {
    others.forEach(DockerHost::close);
  }
}
