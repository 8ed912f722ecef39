package dockdiag.testenv.scenario;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Suite;
import java.util.Locale;
import java.util.Optional;

/// A Docker host in a certain state, made on a real engine.
public interface Scenario {

  /// What people call it: the class's name in small letters, `listener-on-loopback`.
  default String name() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /// What is wrong there, in one sentence.
  String description();

  /// The id of the diagnosis that names its fault; of a healthy host none.
  default Optional<String> diagnosis() {
    return Optional.of(name());
  }

  /// How its host is started, where dockerd needs arguments or a configuration for it.
  default DockerHost.Setup setup(Suite suite) {
    return DockerHost.on(suite);
  }

  /// Brings a fresh host into that state and waits until it is reached.
  void arrange(DockerHost host);

  /// What its user complains of, as a packet that is really sent.
  Symptom symptom();

  /// The same host without the fault: there the packet of the symptom gets its connection.
  default Scenario healthyTwin() {
    return new Shop();
  }
}
