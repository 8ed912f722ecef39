package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.Registry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The registry's certificate held until yesterday.
public final class RegistryTlsExpired implements Scenario {

  @Override
  public String description() {
    return "The registry's certificate has expired.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("registry-tls-untrusted");
  }

  @Override
  public void arrange(DockerHost host) {
    Authority authority = Authority.create();
    Pulling.trust(host, authority);
    Validity past = Validity.now().shifted(Duration.ofDays(-11));
    Registry.of(host).secure(CLIENT, Pulling.PORT, authority.identity("registry", past, CLIENT));
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails();
  }

  @Override
  public String command() {
    return Pulling.COMMAND;
  }

  @Override
  public String evidence() {
    return "certificate expired";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-clock-skew");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Pulling.secure(host, Registry.at(host));
  }
}
