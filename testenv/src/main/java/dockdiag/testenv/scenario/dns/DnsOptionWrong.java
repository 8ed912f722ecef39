package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// `--dns` with an address that serves nothing.
public final class DnsOptionWrong implements Scenario {

  @Override
  public String description() {
    return "web was started with --dns 198.51.100.99, where nobody is.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.network(host);
    Asking.web(host).with((command, settings) -> settings.withDns("198.51.100.99")).start();
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, DnsOptionWrong::asked);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "nameserver 198.51.100.99";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dns-blocked");
  }

  @Override
  public void mend(DockerHost host) {
    Asking.anew(host);
  }

  /// The engine's server needs longer than a program waits, before it says that nobody answers it.
  private static Attempt asked(DockerHost host) {
    return Asking.inWeb(host).ask("127.0.0.11", Asking.OUTSIDE);
  }
}
