package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Website;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Wherever a rule or a policy stops web's packets, the report names it by table, chain, number and
/// text; where one stops others' packets, nothing is reported.
class EveryDropIsNamedTest {

  /// @param make makes the rule
  /// @param undo takes it out again where the report has no remedy that a machine may run
  /// @param named what the report must say
  private record Break(String make, String undo, String named) {}

  private static final String PORT = "-p tcp --dport 8080 -j DROP";
  private static final String PORT_READ = "-p tcp -m tcp --dport 8080 -j DROP";

  private static final List<Break> BREAKS =
      List.of(
          new Break(
              "iptables -I DOCKER-USER -i eth0 -p tcp --dport 8080 -m comment --comment 'by hand'"
                  + " -j DROP",
              "",
              "forward-dropped likely iptables filter DOCKER-USER 1: -A DOCKER-USER -i eth0 -p tcp"
                  + " -m tcp --dport 8080 -m comment --comment \"by hand\" -j DROP"),
          new Break(
              "iptables -t raw -I PREROUTING -i eth0 " + PORT,
              "",
              "forward-dropped likely iptables raw PREROUTING 1: -A PREROUTING -i eth0 "
                  + PORT_READ),
          new Break(
              "iptables -t mangle -A FORWARD " + PORT,
              "",
              "forward-dropped likely iptables mangle FORWARD 1: -A FORWARD " + PORT_READ),
          new Break(
              "iptables -N outer; iptables -N inner; iptables -A inner -p udp -j ACCEPT;"
                  + " iptables -A inner "
                  + PORT
                  + "; iptables -A outer -j inner; iptables -I FORWARD -j outer",
              "",
              "forward-dropped likely iptables filter inner 2: -A inner " + PORT_READ),
          new Break(
              "iptables-legacy -I FORWARD " + PORT,
              "",
              "mixed-iptables-backends likely iptables-legacy filter FORWARD 1: -A FORWARD "
                  + PORT_READ),
          new Break(
              base("above", 10) + "; nft add rule inet above f tcp dport 8080 drop",
              "",
              "forward-dropped likely nft inet above f 1: tcp dport 8080 drop # handle 2"),
          new Break(
              base("below", -10) + "; nft add rule inet below f tcp dport 8080 drop",
              "",
              "forward-dropped likely nft inet below f 1: tcp dport 8080 drop # handle 2"),
          new Break(
              "iptables -t mangle -P FORWARD DROP",
              "iptables -t mangle -P FORWARD ACCEPT",
              "forward-dropped likely iptables mangle FORWARD policy: policy DROP"),
          new Break(
              "iptables -I DOCKER-USER -o eth0 -p tcp --sport 8080 -j DROP",
              "",
              "reply-dropped likely iptables filter DOCKER-USER 1: -A DOCKER-USER -o eth0 -p tcp"
                  + " -m tcp --sport 8080 -j DROP"),
          new Break(
              inside("iptables -A INPUT -i eth0 " + PORT),
              "",
              "container-firewall confirmed iptables filter INPUT 1: -A INPUT -i eth0 "
                  + PORT_READ));

  private static final List<String> HARMLESS =
      List.of(
          "iptables -I DOCKER-USER -s 192.0.2.0/24 -j DROP",
          "iptables -I DOCKER-USER -p tcp --dport 8081 -j DROP",
          "iptables -I DOCKER-USER -p udp --dport 8080 -j DROP",
          "iptables -I DOCKER-USER -d 10.6.1.0/24 -j DROP",
          "iptables -t raw -I PREROUTING -i nowhere0 " + PORT,
          base("other", -300) + "; nft add rule inet other f ip daddr 10.6.1.0/24 drop");

  @ParameterizedTest
  @EnumSource
  void whereverItIs(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      host.load(Image.WEB);
      host.network("others", "10.6.1.0/24");
      new Website().arrange(host);
      Map<String, String> said = new LinkedHashMap<>();
      Map<String, String> expected = new LinkedHashMap<>();
      for (Break one : BREAKS) {
        said.put(one.make(), said(host, one));
        expected.put(one.make(), one.named() + "; mended: healthy");
      }
      HARMLESS.forEach(host::shell);
      said.put("harmless", Asked.of(host, "ports web").verdict());
      expected.put("harmless", "healthy");
      assertThat(said).isEqualTo(expected);
    }
  }

  private static String said(DockerHost host, Break one) {
    host.shell(one.make());
    boolean answers = host.fromOutside().http(DockerHost.ADDRESS, 8080).connected();
    Asked asked = Asked.of(host, "ports web");
    JsonObject first = asked.causes().getFirst();
    String named =
        "%s %s %s"
            .formatted(
                Asked.id(first), Asked.text(first, "confidence"), Asked.evidence(first).getFirst());
    if (one.undo().isEmpty()) {
      Asked.automatic(first).orElseThrow().forEach(host::shell);
    } else {
      host.shell(one.undo());
    }
    boolean mended = host.fromOutside().http(DockerHost.ADDRESS, 8080).connected();
    return (answers ? "answers all the same, " : "")
        + named.replaceAll(" \\(\\d+ packets\\)$", "")
        + (mended ? "; mended: " : "; not mended: ")
        + Asked.of(host, "ports web").verdict();
  }

  private static String base(String table, int priority) {
    return "nft add table inet %1$s; nft add chain inet %1$s f '{ type filter hook forward priority %2$d; policy accept; }'"
        .formatted(table, priority);
  }

  private static String inside(String command) {
    return "nsenter --target $(docker inspect --format '{{.State.Pid}}' web) --net " + command;
  }
}
