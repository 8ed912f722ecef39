package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import java.util.Optional;

/// The host's rules: all of them, or as far as they concern one container or one of its ports.
///
/// @param host the host's name
/// @param flow to the container or port; empty: all
public record HostRules(String host, Optional<Flow> flow) implements Scope {

  /// All of them, of a host whose name is not known yet.
  public static HostRules all() {
    return new HostRules("", Optional.empty());
  }

  /// The same, as far as that is concerned.
  public HostRules of(Flow concerned) {
    return new HostRules(host, Optional.of(concerned));
  }

  /// The same, of the host of that name.
  public HostRules on(String name) {
    return new HostRules(name, flow);
  }

  /// The port that they are about.
  public Flow port() {
    return flow.orElseThrow();
  }

  @Override
  public Subject subject() {
    return flow.filter(one -> one.port().isPresent())
        .map(Flow::subject)
        .orElseGet(() -> Subject.host(host));
  }

  /// Where the engine's rules as such are wrong, those of every port are.
  @Override
  public boolean standsBefore() {
    return flow.flatMap(Flow::port).isEmpty();
  }
}
