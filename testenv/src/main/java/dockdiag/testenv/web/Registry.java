package dockdiag.testenv.web;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.debian.Image;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/// Debian's docker-registry at the outside client's, 198.51.100.2, with images that were pushed to
/// it: `shop/box:1`, and `library/box:1` for those who take it for a mirror.
public final class Registry {

  /// Whom it lets in where it wants a password.
  private static final String USER = "shop";

  /// His.
  private static final String PASSWORD = "lab-only-8731";

  private static final String IMAGES = "/srv/registry";
  private static final int COST = 4;

  private final DockerHost host;

  private Registry(DockerHost host) {
    this.host = host;
  }

  /// The one whose images were pushed before.
  public static Registry at(DockerHost host) {
    return new Registry(host);
  }

  /// Not started yet; its images are there.
  public static Registry of(DockerHost host) {
    Registry registry = at(host);
    host.load(Image.BOX);
    host.install(Extra.DOCKER_REGISTRY, "/");
    registry.push("shop/box:1");
    registry.push("library/box:1");
    return registry;
  }

  /// Puts the image there by that name; the host's engine forgets it.
  public void push(String name) {
    // whatever is asked of it outside, at the host's loopback the engine wants no TLS
    configure("push", "127.0.0.1:5999", "");
    String local = "127.0.0.1:5999/" + name;
    host.shell(
        """
        docker-registry serve /srv/push.yml > /dev/null 2>&1 & server=$!
        docker tag lab/box:1 %1$s
        tries=0
        until docker push %1$s; do
          tries=$((tries + 1)); [ $tries -lt 50 ] || exit 1; sleep 0.1
        done
        docker rmi %1$s
        kill $server
        wait $server || true
        """
            .formatted(local));
  }

  /// Serves them without TLS.
  public Registry plain(String address, int port) {
    return serve(address, port, "");
  }

  /// Serves them with TLS.
  public Registry secure(String address, int port, Authority.Identity identity) {
    return serve(address, port, tls(port, identity));
  }

  /// Serves them to [#USER] alone, without TLS.
  public Registry guarded(String address, int port) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    String hash = OpenBSDBCrypt.generate(PASSWORD.toCharArray(), salt, COST);
    host.write("/srv/passwords", USER + ":" + hash + "\n");
    return serve(address, port, "auth: {htpasswd: {realm: lab, path: /srv/passwords}}\n");
  }

  /// Lets root of the host log in to it.
  public void login(String registry) {
    host.shell("docker login --username %s --password %s %s".formatted(USER, PASSWORD, registry));
  }

  private String tls(int port, Authority.Identity identity) {
    host.write("/srv/" + port + ".crt", identity.chainPem());
    host.write("/srv/" + port + ".key", identity.keyPem());
    return "  tls: {certificate: /srv/%1$d.crt, key: /srv/%1$d.key}\n".formatted(port);
  }

  private Registry serve(String address, int port, String more) {
    configure("" + port, address + ":" + port, more);
    host.outsideServers().start(port, "docker-registry", "serve", "/srv/" + port + ".yml");
    host.fromOutside().awaitTcp(address, port);
    return this;
  }

  private void configure(String name, String address, String more) {
    host.write(
        "/srv/" + name + ".yml",
        """
        version: 0.1
        log: {level: error, accesslog: {disabled: true}}
        storage: {filesystem: {rootdirectory: %s}}
        http:
          addr: %s
          secret: lab
        %s\
        """
            .formatted(IMAGES, address, more));
  }
}
