package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.platform.Seccomp.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The filter of a container's system calls; a profile of its own stands in the container's options
/// as a whole (moby, profiles/seccomp/seccomp.go).
///
/// @param container its name or id
public record SeccompProbe(String container) implements Probe<Seccomp> {

  private static final String OPTION = "seccomp=";
  private static final String ERRNO = "SCMP_ACT_ERRNO";
  private static final long EPERM = 1;

  /// What a container was told.
  private record Options(boolean privileged, List<String> security) {}

  @Override
  public Seccomp observe(Host host) throws Unobservable {
    String path = "/containers/" + EngineJson.encoded(container) + "/json";
    Options options =
        EngineJson.get(
            host,
            path,
            json ->
                new Options(
                    json.at("HostConfig").at("Privileged").flag(),
                    json.at("HostConfig").at("SecurityOpt").texts()));
    Optional<String> own =
        options.security().stream()
            .filter(one -> one.startsWith(OPTION))
            .map(one -> one.substring(OPTION.length()))
            .findFirst();
    if (options.privileged() || own.equals(Optional.of("unconfined"))) {
      return Seccomp.of(Source.NONE);
    }
    return own.isPresent() && own.get().startsWith("{")
        ? Json.read(OPTION, own.get(), SeccompProbe::profile)
        : Seccomp.of(Source.ENGINE);
  }

  @Override
  public String source() {
    return byHand();
  }

  @Override
  public String byHand() {
    return "docker inspect --format '{{.HostConfig.SecurityOpt}}' " + container;
  }

  private static Seccomp profile(Json profile) {
    Set<String> passed = new HashSet<>();
    Set<String> refused = new HashSet<>();
    for (Json rule : profile.at("syscalls").items()) {
      Set<String> names = new HashSet<>(rule.at("names").texts());
      names.add(rule.at("name").text());
      (refuses(rule.at("action").text(), rule.at("errnoRet")) ? refused : passed).addAll(names);
    }
    refused.removeAll(passed);
    return new Seccomp(
        Source.OWN,
        passed,
        refused,
        refuses(profile.at("defaultAction").text(), profile.at("defaultErrnoRet")));
  }

  /// EPERM is what runc answers where a profile names no number (runc, libcontainer/seccomp).
  private static boolean refuses(String action, Json number) {
    return action.equals(ERRNO) && (number.isAbsent() || number.number() == EPERM);
  }
}
