package dockdiag.testenv;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.RestartPolicy;
import dockdiag.testenv.debian.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// A container before it is created: what `docker run`'s usual options say, and for all else
/// docker-java's own command by [#with].
public final class NewContainer {
  private final DockerHost host;
  private final CreateContainerCmd command;
  private final HostConfig settings = HostConfig.newHostConfig();
  private final List<PortBinding> ports = new ArrayList<>();
  private final List<String> environment = new ArrayList<>();

  NewContainer(DockerHost host, String name) {
    this.host = host;
    // Nothing in it answers to SIGTERM; a stop should not wait for that.
    this.command = host.docker().createContainerCmd("").withName(name).withStopTimeout(1);
    image(Image.BOX);
  }

  /// The name that it was given.
  public String name() {
    return String.valueOf(command.getName());
  }

  /// One of the lab's images; it is loaded when the container is created.
  public NewContainer image(Image image) {
    command.withImage(image.reference());
    return this;
  }

  /// Any image that the engine knows.
  public NewContainer image(String reference) {
    command.withImage(reference);
    return this;
  }

  public NewContainer command(String... words) {
    command.withCmd(words);
    return this;
  }

  /// A name, `host`, `none`, or `container:NAME`, as of `--network`.
  public NewContainer network(String name) {
    settings.withNetworkMode(name);
    return this;
  }

  /// A fixed address in its network, as of `--ip`.
  public NewContainer address(String ipv4) {
    command.withIpv4Address(ipv4);
    return this;
  }

  public NewContainer alias(String name) {
    command.withAliases(name);
    return this;
  }

  /// As of `-p`: `8080:80`, `127.0.0.1:8080:80`, `53:53/udp`, `80`.
  public NewContainer publish(String port) {
    PortBinding binding = PortBinding.parse(port);
    ports.add(binding);
    return this;
  }

  /// As of `-P`.
  public NewContainer publishAll() {
    settings.withPublishAllPorts(true);
    return this;
  }

  /// As of `-e`.
  public NewContainer env(String name, String value) {
    environment.add(name + "=" + value);
    return this;
  }

  public NewContainer label(String name, String value) {
    java.util.Map<String, String> labels =
        new java.util.HashMap<>(
            command.getLabels() == null ? java.util.Map.of() : command.getLabels());
    labels.put(name, value);
    command.withLabels(labels);
    return this;
  }

  /// A line of shell asked every half second; two failures make it unhealthy.
  public NewContainer health(String line) {
    command.withHealthcheck(
        new HealthCheck()
            .withTest(List.of("CMD-SHELL", line))
            .withInterval(TimeUnit.MILLISECONDS.toNanos(500))
            .withTimeout(TimeUnit.SECONDS.toNanos(2))
            .withRetries(2));
    return this;
  }

  /// As of `--restart`: `always`, `on-failure:3`, `unless-stopped`.
  public NewContainer restart(String policy) {
    settings.withRestartPolicy(RestartPolicy.parse(policy));
    return this;
  }

  /// Whatever else docker-java can say.
  public NewContainer with(BiConsumer<CreateContainerCmd, HostConfig> customiser) {
    customiser.accept(command, settings);
    return this;
  }

  /// Creates it and answers its id.
  public String create() {
    Image.of(command.getImage()).ifPresent(host::load);
    if (!ports.isEmpty()) {
      settings.withPortBindings(ports);
      command.withExposedPorts(ports.stream().map(PortBinding::getExposedPort).toList());
    }
    return command.withEnv(environment).withHostConfig(settings).exec().getId();
  }

  /// Starts it and waits until it listens on its loopback, and so on all addresses or there alone.
  public void serve(int port) {
    start();
    host.fromContainer(name()).awaitListening(port);
  }

  /// Creates and starts it and answers its id.
  public String start() {
    String id = create();
    host.docker().startContainerCmd(id).exec();
    return id;
  }
}
