package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.stream.IntStream;

/// A rule lets no DNS out by TCP, which large answers need.
public final class DnsTcpBlocked implements Scenario {

  @Override
  public String description() {
    return "A rule drops 53/tcp, and the answer about big.example.test is too large for UDP.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host).zone().add("big.example.test", addresses());
    host.shell("iptables -I DOCKER-USER -p tcp -m tcp --dport 53 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> Asking.inWeb(host).tcp(DockerHost.CLIENT, 53));
  }

  @Override
  public String command() {
    return "dns web big.example.test";
  }

  @Override
  public String evidence() {
    return "NOERROR, truncated";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dns-blocked");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -D DOCKER-USER -p tcp -m tcp --dport 53 -j DROP");
  }

  private static String[] addresses() {
    return IntStream.range(1, 61).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
  }
}
