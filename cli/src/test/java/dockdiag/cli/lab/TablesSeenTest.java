package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.netfilter.NftTablesProbe;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rules are the same whether nft lists all of them, or the kernel says which tables nft has
/// to be asked for.
class TablesSeenTest {

  private static final List<String> ADDED =
      List.of(
          "nft add table inet mine",
          "nft add set inet mine bad '{ type ipv4_addr; }'",
          "nft add chain inet mine f '{ type filter hook forward priority 10; }'",
          "nft add rule inet mine f ip saddr @bad drop",
          "nft insert rule ip filter FORWARD ip saddr '{ 192.0.2.1, 192.0.2.9 }' drop");

  @ParameterizedTest
  @EnumSource
  void theyAreTheSame(Suite suite) throws Unobservable {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      LiveHost live = live(host);
      Host without =
          request -> {
            if (request instanceof Request.CountSets) {
              throw new Unobservable(Reason.NOT_PRESENT, "not told");
            }
            return live.ask(request);
          };
      assertThat(rules(live)).isNotEmpty().isEqualTo(rules(without));

      ADDED.forEach(host::shell);

      assertThat(new NftTablesProbe(Namespace.HOST).observe(live))
          .extracting(table -> table.family() + " " + table.name() + " " + table.sets())
          .contains("inet mine 1", "ip filter 1", "ip nat 0");
      assertThat(rules(live))
          .isEqualTo(rules(without))
          .anyMatch(rule -> rule.contains("192.0.2.9"))
          .anyMatch(rule -> rule.contains("@bad"));
    }
  }

  @Test
  void withoutNftTheyAreSeenWhereThereIsNothingElse() throws Unobservable {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM))) {
      LiveHost live = live(host);
      List<String> before = rules(live);

      host.shell("mv /usr/sbin/nft /usr/sbin/nft.away");

      assertThat(rules(live)).isNotEmpty().isEqualTo(before);

      host.shell("nft.away add table inet mine");

      assertThat(catchThrowableOfType(Unobservable.class, () -> rules(live)).reason())
          .isEqualTo(Reason.TOOL_MISSING);
    }
  }

  private static LiveHost live(DockerHost host) {
    return new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", "unix://" + host.socket())));
  }

  private static List<String> rules(Host host) throws Unobservable {
    return new Facts(host)
        .infer(new RulesetOf(Namespace.HOST)).tables().stream()
            .flatMap(
                table ->
                    table.chains().stream()
                        .flatMap(
                            chain ->
                                chain.rules().stream()
                                    .map(Rule::text)
                                    .map(text -> table.place() + " " + chain.name() + ": " + text)))
            .toList();
  }
}
