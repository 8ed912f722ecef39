package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.Registry;
import dockdiag.testenv.web.StrangeServer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The registry lives two days ahead of the host, and so do its certificates.
public final class RegistryClockSkew implements Scenario {

  private static final Duration AHEAD = Duration.ofDays(2);

  private static String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plus(AHEAD));
  }

  @Override
  public String description() {
    return "Host and registry disagree about the time by two days.";
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host);
    Authority authority = Authority.create();
    Pulling.trust(host, authority);
    Validity ahead = Validity.now().shifted(AHEAD);
    StrangeServer.secure(
        host,
        Pulling.PORT,
        authority.identity("registry", ahead, CLIENT),
        request -> StrangeServer.answer("200 OK", "Date: " + date() + "\n", "{}"));
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
    return "certificate not-yet-valid";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-tls-expired", "registry-tls-untrusted");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Pulling.secure(host, Registry.at(host));
  }
}
