package dockdiag.probes.registry;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The logins of the user who asks.
public record LoginsProbe() implements Probe<Logins> {

  @Override
  public Logins observe(Host host) throws Unobservable {
    try {
      return read(host.ask(new Request.ListLogins()).body());
    } catch (Unobservable none) {
      if (none.reason() == Reason.NOT_PRESENT) {
        return new Logins("", List.of(), List.of(), List.of(), Optional.empty());
      }
      throw none;
    }
  }

  private Logins read(String text) throws Unobservable {
    String file = "";
    List<String> stored = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<Logins.Keeper> keepers = new ArrayList<>();
    Optional<String> proxy = Optional.empty();
    for (String line : text.lines().toList()) {
      List<String> words = List.of(line.split(" ", -1));
      String rest = line.substring(Math.min(line.length(), words.getFirst().length() + 1));
      switch (words.getFirst()) {
        case "file" -> file = rest;
        case "login" -> stored.add(rest);
        case "token" -> tokens.add(rest);
        case "proxy" -> proxy = Optional.of(rest);
        case "helper" -> keepers.add(keeper(words, line));
        default -> throw Unobservable.notUnderstood(source(), line);
      }
    }
    return new Logins(file, stored, tokens, keepers, proxy);
  }

  private Logins.Keeper keeper(List<String> words, String line) throws Unobservable {
    if (words.size() < 3 || words.size() > 4) {
      throw Unobservable.notUnderstood(source(), line);
    }
    String registry = words.size() == 4 ? words.get(3) : "";
    return new Logins.Keeper(words.get(1), words.get(2).equals("present"), registry);
  }

  @Override
  public String source() {
    return "docker's config.json";
  }

  @Override
  public String byHand() {
    return "jq '{auths: (.auths | keys), credsStore, credHelpers}' ~/.docker/config.json";
  }
}
