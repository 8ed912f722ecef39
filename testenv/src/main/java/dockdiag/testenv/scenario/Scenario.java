package dockdiag.testenv.scenario;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import java.util.List;
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
  default HostSetup setup(Suite suite) {
    return DockerHost.on(suite);
  }

  /// Brings a fresh host into that state and waits until it is reached.
  void arrange(DockerHost host);

  /// What its user complains of, as a packet that is really sent.
  Symptom symptom();

  /// What the user asks dockdiag: `ports mysql`, `ports web --from 198.51.100.2`.
  String command();

  /// A text that the diagnosis must show as evidence; whoever reads it believes the diagnosis.
  default String evidence() {
    return "";
  }

  /// Names of scenarios whose symptom is the same and whose diagnosis is another.
  default List<String> lookAlikes() {
    return List.of();
  }

  /// Ids of the notes that are reported of the healthy twin, too.
  default List<String> notes() {
    return List.of();
  }

  /// Mends the host as a person would, and waits until it is mended: then it is the healthy twin,
  /// where the packet of the symptom gets its connection and nothing is reported. Not called where
  /// the diagnosis has an automatic remedy, which must do.
  default void mend(DockerHost host) {
    throw new UnsupportedOperationException(name() + " is mended by its diagnosis's remedy");
  }
}
