package dockdiag.probes.netfilter;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.DnatRule.Destination;
import dockdiag.probes.netfilter.DnatRule.Interface;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NftProbeTest {

  private static final Request LIST =
      new Request.RunCommand(Namespace.HOST, List.of("nft", "-j", "list", "ruleset"));

  @Test
  void readsWhereToEngine29SendsPacketsOn() throws Unobservable {
    List<DnatRule> rules = ruleset().dnatRules();

    assertThat(rules)
        .extracting(rule -> rule.place() + " " + rule.ports().orElseThrow())
        .containsExactly(
            "nft docker-bridges nat-prerouting-and-output 1 5353",
            "nft docker-bridges nat-prerouting-and-output 2 8080",
            "nft docker-bridges nat-prerouting-and-output 3 9090",
            "nft docker-bridges nat-prerouting-and-output 4 8081");
    assertThat(rules.get(2))
        .isEqualTo(
            new DnatRule(
                Backend.NFTABLES,
                Family.IP,
                "docker-bridges",
                "nat-prerouting-and-output",
                rules.get(2).rule(),
                Optional.of(Protocol.TCP),
                Optional.of(new Destination(new Subnet("127.0.0.1/32"), false)),
                PortRange.parse("9090"),
                Optional.of(new Interface("br-05170e7256a2", true)),
                Address.parse("172.28.1.3"),
                PortRange.parse("90"),
                List.of()));
  }

  @Test
  void keepsStatementsThatItDoesNotSortAsTheyStand() throws Unobservable {
    Chain chain =
        ruleset().tables().getFirst().chains().stream()
            .filter(candidate -> candidate.name().equals("nat-OUTPUT"))
            .findFirst()
            .orElseThrow();

    assertThat(chain.policy()).contains("ACCEPT");
    assertThat(chain.rules().getFirst().options())
        .containsExactly(
            new Option("-d", true, List.of("127.0.0.0/8")),
            new Option(
                "match",
                false,
                List.of(
                    "{\"op\":\"==\",\"left\":{\"fib\":{\"result\":\"type\",\"flags\":[\"daddr\"]}},"
                        + "\"right\":\"local\"}")),
            new Option("jump", false, List.of("{\"target\":\"nat-prerouting-and-output\"}")));
  }

  @Test
  void saysThatItNeedsRoot() {
    Answers host =
        new Answers()
            .with(LIST, 1, "--\nOperation not permitted (you must be root)\nnetlink: Error\n");

    assertThatThrownBy(() -> new NftProbe(Namespace.HOST).observe(host))
        .isInstanceOfSatisfying(
            Unobservable.class,
            denied -> assertThat(denied.reason()).isEqualTo(Reason.NOT_PERMITTED));
  }

  private static Ruleset ruleset() throws Unobservable {
    return new NftProbe(Namespace.HOST)
        .observe(new Answers().with(LIST, captured(NftProbeTest.class, "nft-29.json")));
  }
}
