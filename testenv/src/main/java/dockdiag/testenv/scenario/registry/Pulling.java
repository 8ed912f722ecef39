package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.Registry;

/// An image of a registry at the outside client's: `198.51.100.2:5000/shop/box:1`.
final class Pulling {

  /// The registry's.
  static final int PORT = 5000;

  /// Where the registry is.
  static final String REGISTRY = CLIENT + ":" + PORT;

  /// What is pulled.
  static final String IMAGE = REGISTRY + "/shop/box:1";

  /// What is asked.
  static final String COMMAND = "registry " + IMAGE;

  private Pulling() {}

  /// That the image cannot be pulled.
  static Symptom fails() {
    return fails(IMAGE);
  }

  /// That this image cannot be pulled.
  static Symptom fails(String image) {
    return Symptom.fails("docker", "pull", image);
  }

  /// A host whose engine wants no TLS of the registry.
  static HostSetup insecure(Suite suite) {
    return DockerHost.on(suite).dockerd("--insecure-registry", REGISTRY);
  }

  /// The registry with TLS that the engine believes.
  static void secure(DockerHost host, Registry registry) {
    Authority authority = Authority.create();
    trust(host, authority);
    registry.secure(CLIENT, PORT, identity(authority));
  }

  /// As it should be: for the registry's address, for now.
  static Authority.Identity identity(Authority authority) {
    return authority.identity("registry", Validity.now(), CLIENT);
  }

  /// Lets the engine believe the authority as to the registry.
  static void trust(DockerHost host, Authority authority) {
    host.write("/etc/docker/certs.d/" + REGISTRY + "/ca.crt", authority.pem());
  }
}
