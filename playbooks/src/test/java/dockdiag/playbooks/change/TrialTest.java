package dockdiag.playbooks.change;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Remedy.Effects;
import dockdiag.playbooks.Remedy.Proof;
import dockdiag.playbooks.Remedy.Run;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.probes.net.Port;
import dockdiag.testenv.Recordings;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

  private static final String RULES = "host/run/iptables-nft-save_-c.txt";
  private static final String USER = "-A DOCKER-USER -j RETURN";

  @Test
  void aRuleOfThatPortAloneMayBeTakenOutByAMachine() throws Exception {
    assertThat(remedy("-A DOCKER-USER -i eth0 -p tcp -m tcp --dport 3306 -j DROP\n"))
        .extracting(Remedy::run, Remedy::proof, Remedy::effects)
        .containsExactly(Run.AUTOMATIC, Proof.PROVEN, Effects.NONE);
  }

  @Test
  void whatOpensOtherPortsTooIsForAPersonToDecide() throws Exception {
    Remedy remedy = remedy("-A DOCKER-USER -i eth0 -j DROP\n");
    assertThat(remedy)
        .extracting(Remedy::run, Remedy::proof)
        .containsExactly(Run.BY_HAND, Proof.PROVEN);
    assertThat(remedy.effects().opens())
        .containsExactlyInAnyOrder(
            "frontend-1 8080/tcp from outside", "frontend-2 8080/tcp from outside");
    assertThat(remedy.effects().closes()).isEmpty();
  }

  @Test
  void containersOfOtherNetworksAreClientsToo() throws Exception {
    Facts shop = new Facts(RecordedHost.of(EvidenceBundle.read(Recordings.named("shop"))));
    String apart = "iptables -D DOCKER-ISOLATION-STAGE-2 1";
    Facts together = shop.supposing(Commands.supposed(List.of(apart, apart)).orElseThrow());
    assertThat(Impact.of(Flow.to("redis"), shop, together).opens())
        .containsExactlyInAnyOrder(
            "mysql 3306/tcp from network bridge",
            "frontend-1 8080/tcp from network bridge",
            "frontend-2 8080/tcp from network bridge");
  }

  @Test
  void nothingIsProvenWhileAnotherRuleDropsItToo() throws Exception {
    assertThat(
            remedy(
                """
                -A DOCKER-USER -i eth0 -p tcp -m tcp --dport 3306 -j DROP
                -A DOCKER-USER -p tcp -m tcp --dport 3306 -j REJECT
                """))
        .extracting(Remedy::proof)
        .isEqualTo(Proof.UNPROVEN);
  }

  @Test
  void nothingIsProvenWhileTheAnswerIsDropped() throws Exception {
    assertThat(
            remedy(
                """
                -A DOCKER-USER -i eth0 -p tcp -m tcp --dport 3306 -j DROP
                -A DOCKER-USER -o eth0 -p tcp -m tcp --sport 3306 -j DROP
                """))
        .extracting(Remedy::proof)
        .isEqualTo(Proof.UNPROVEN);
  }

  /// The first remedy of what keeps clients from mysql, with these rules first in DOCKER-USER.
  private static Remedy remedy(String rules) throws Exception {
    EvidenceBundle shop = EvidenceBundle.read(Recordings.named("shop"));
    Request dump = new Request.RunCommand(Namespace.HOST, List.of("iptables-nft-save", "-c"));
    String before = RecordedHost.of(shop).ask(dump).body();
    EvidenceBundle broken = shop.with(RULES, before.replace("[0:0] " + USER, rules + USER));
    Flow flow = Flow.to("mysql").at(Port.parse("3306/tcp").orElseThrow());
    List<Diagnosed> found =
        Examination.of(new PublishedPortUnreachable(), flow, new Facts(RecordedHost.of(broken)))
            .found();
    assertThat(found).extracting(Diagnosed::slug).startsWith("forward-dropped");
    return found.getFirst().finding().remedies().getFirst();
  }
}
