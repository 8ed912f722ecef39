package dockdiag.cli.lab.bench;

import java.util.stream.IntStream;

/// What a host collects that bans addresses: a rule of its own for each, half of them before what
/// is for itself and half before what is for its containers.
final class Banned {

  private static final String RULE =
      "-A %s -s 10.%d.%d.%d/32 -p tcp -m conntrack --ctstate NEW -m comment --comment b%d -j"
          + " DROP\n";

  private Banned() {}

  /// So many, in the place of those before, as `iptables-restore --noflush` takes them.
  static String rules(int number) {
    StringBuilder text = new StringBuilder("*filter\n:BANNED - [0:0]\n:DOCKER-USER - [0:0]\n");
    IntStream.range(0, number).forEach(i -> text.append(rule(i)));
    return text.append("COMMIT\n").toString();
  }

  private static String rule(int i) {
    String chain = i % 2 == 0 ? "BANNED" : "DOCKER-USER";
    return RULE.formatted(chain, 1 + (i >> 16), i >> 8 & 255, i & 255, i);
  }
}
