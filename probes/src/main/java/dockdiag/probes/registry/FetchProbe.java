package dockdiag.probes.registry;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Request.Credential;
import dockdiag.probes.Request.Fetch;
import dockdiag.probes.Request.Purpose;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Request.Way;
import dockdiag.probes.Unobservable;

/// One real request to a registry, to its giver of tokens, or to where it leads on.
public record FetchProbe(Way way, String url, Credential credential, Purpose purpose)
    implements Probe<Answer> {

  /// Of anybody, to read the answer.
  public static FetchProbe of(Way way, String url) {
    return new FetchProbe(way, url, Credential.NONE, Purpose.READ);
  }

  @Override
  public Answer observe(Host host) throws Unobservable {
    String answer = host.ask(new Fetch(way, url, credential, purpose)).body();
    return Answer.read(answer, source());
  }

  @Override
  public String source() {
    String via = way.via() == Via.DIRECT ? "" : " by " + way.address().with(way.port());
    return "GET " + url + via;
  }

  @Override
  public String byHand() {
    String proxy =
        switch (way.via()) {
          case DIRECT -> " --noproxy '*'";
          case PROXY -> " --proxy http://" + way.address().with(way.port());
          case TLS_PROXY -> " --proxy https://" + way.address().with(way.port());
        };
    String trust = way.trust() == Trust.ANY ? " --insecure" : "";
    return "curl --verbose" + trust + proxy + " '" + url.replace("'", "%27") + "'";
  }
}
