package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A healthy host whose container `arm` runs a program of arm64 on an emulator; `web` is native.
public final class ArmWebsite implements Scenario {

  /// The image, whose program is busybox of arm64.
  public static final String IMAGE = "lab/arm:1";

  /// Where its files lie on the host.
  static final String FOLDER = "/opt/arm";

  /// The emulator that is registered.
  static final String EMULATOR = "/usr/bin/qemu-aarch64-static";

  private static final String FILES = "/proc/sys/fs/binfmt_misc";

  /// What begins an ELF file of arm64, and which bits of it count, as QEMU's own script has it.
  private static final String MAGIC =
      "\\x7f\\x45\\x4c\\x46\\x02\\x01\\x01" + "\\x00".repeat(9) + "\\x02\\x00\\xb7\\x00";

  private static final String MASK =
      "\\xff".repeat(7) + "\\x00" + "\\xff".repeat(8) + "\\xfe\\xff\\xff\\xff";

  /// With handlers of its own, none yet, and the emulator installed. Engine 20.10 would write down
  /// its own architecture for whatever is imported.
  public static HostSetup ready() {
    return DockerHost.on(Suite.TRIXIE).ownHandlers().install(Extra.QEMU);
  }

  /// Makes the image known, labelled with that platform.
  public static void load(DockerHost host, String platform) {
    host.install(Extra.ARM64_BUSYBOX, FOLDER);
    host.shell("for i in sh httpd uname sleep wget; do ln -sf busybox " + FOLDER + "/bin/$i; done");
    host.shell("mkdir -p %1$s/var/www; echo hello > %1$s/var/www/index.html".formatted(FOLDER));
    host.shell(
        "tar -C %s -c . | docker import --platform %s --change 'CMD %s' - %s"
            .formatted(FOLDER, platform, "[\"httpd\",\"-f\",\"-p\",\"8080\"]", IMAGE));
  }

  /// Mounts the file system of the handlers.
  public static void mount(DockerHost host) {
    host.shell("mount -t binfmt_misc binfmt_misc " + FILES);
  }

  /// Registers the emulator with those flags, under a name of the lab's own.
  public static void register(DockerHost host, String flags) {
    String line = ":lab-aarch64:M::" + MAGIC + ":" + MASK + ":" + EMULATOR + ":" + flags;
    host.shell("printf %s '" + line + "' > " + FILES + "/register");
  }

  /// Tries to start `arm` anew.
  public static void run(DockerHost host) {
    host.run("docker", "rm", "--force", "arm");
    host.run("docker", "run", "--detach", "--name", "arm", "--publish", "8080:8080", IMAGE);
  }

  /// That a browser outside sees this of `arm`.
  public static Symptom browsed(Outcome expected) {
    return Symptom.of(expected, host -> host.fromOutside().http(DockerHost.ADDRESS, 8080));
  }

  @Override
  public String description() {
    return "A healthy website of arm64 on an emulator, beside a native container.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.empty();
  }

  @Override
  public List<String> notes() {
    return List.of("emulated-slowly");
  }

  @Override
  public HostSetup setup(Suite suite) {
    return ready();
  }

  @Override
  public void arrange(DockerHost host) {
    load(host, "linux/arm64");
    mount(host);
    register(host, "PF");
    host.container("web").command("sleep", "infinity").start();
    run(host);
    host.fromContainer("arm").awaitListening(8080);
  }

  @Override
  public Symptom symptom() {
    return browsed(Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "platform arm";
  }
}
