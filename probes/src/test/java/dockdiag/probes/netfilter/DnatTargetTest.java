package dockdiag.probes.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnatTargetTest {

  @ParameterizedTest
  @CsvSource({
    "172.18.0.2:3306, 172.18.0.2, 3306, []",
    "172.18.0.2, 172.18.0.2, none, []",
    "172.18.0.2:8000-8010, 172.18.0.2, 8000-8010, []",
    "172.18.0.2-172.18.0.9:80, 172.18.0.2, 80, []",
    "172.18.0.2:80-90/8080, 172.18.0.2, 80-90, []",
    ":3306, none, 3306, []",
    "[fd28:4::2]:80, fd28:4::2, 80, []",
    "fd28:4::2, fd28:4::2, none, []",
    "somewhere, none, none, [--to-destination somewhere]",
    "172.18.0.2:http, 172.18.0.2, none, [--to-destination 172.18.0.2:http]",
  })
  void isReadInAllItsForms(String target, String address, String ports, String others)
      throws Unobservable {
    String text = "*nat\n-A DOCKER -p tcp -j DNAT --to-destination " + target + "\nCOMMIT\n";
    Answers host =
        new Answers()
            .with(new Request.RunCommand(Namespace.HOST, List.of("iptables-nft-save", "-c")), text);
    DnatRule rule =
        new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT)
            .observe(host)
            .dnatRules()
            .getFirst();

    assertThat(rule.toAddress().map(Object::toString).orElse("none")).isEqualTo(address);
    assertThat(rule.toPorts().map(Object::toString).orElse("none")).isEqualTo(ports);
    assertThat(rule.others()).hasToString(others);
  }
}
