package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.Registry;
import java.util.List;
import java.util.Optional;

/// The registry's certificate is for another name.
public final class RegistryTlsWrongName implements Scenario {

  @Override
  public String description() {
    return "The registry's certificate has another name than the image.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("registry-tls-untrusted");
  }

  @Override
  public void arrange(DockerHost host) {
    Authority authority = Authority.create();
    Pulling.trust(host, authority);
    Registry.of(host)
        .secure(CLIENT, Pulling.PORT, authority.identity(CLIENT, Validity.now(), "reg.shop.test"));
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
    return "certificate wrong-name";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-plain-http");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Pulling.secure(host, Registry.at(host));
  }
}
