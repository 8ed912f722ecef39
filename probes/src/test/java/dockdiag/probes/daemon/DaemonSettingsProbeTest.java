package dockdiag.probes.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.daemon.DaemonSettings.Origin;
import dockdiag.probes.daemon.DaemonSettings.Setting;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonSettingsProbeTest {

  private static final Request FILE =
      new Request.ReadFile(Namespace.HOST, "/etc/docker/daemon.json");

  @Test
  void knowsTheEnginesDefaults() throws Unobservable {
    assertThat(observe(dockerd("/usr/sbin/dockerd\0-H\0fd://\0")))
        .isEqualTo(
            new DaemonSettings(
                standard(true),
                unset(),
                standard(true),
                standard(true),
                standard(true),
                standard(true),
                standard(false),
                standard(Address.ANY4),
                unset(),
                unset(),
                unset(),
                unset(),
                List.of()));
  }

  @Test
  void readsTheFile() throws Unobservable {
    DaemonSettings settings =
        observe(
            dockerd("dockerd\0")
                .with(
                    FILE,
                    """
                    {"iptables": false, "ip": "127.0.0.1", "mtu": 1400, "dns": ["192.0.2.53", "192.0.2.54"],
                     "userland-proxy": false, "log-opts": {"max-size": "1m"}}
                    """));

    assertThat(settings.iptables()).isEqualTo(new Setting<>(Optional.of(false), Origin.FILE));
    assertThat(settings.defaultAddress().value()).contains(Address.LOOPBACK4);
    assertThat(settings.mtu().value()).contains("1400");
    assertThat(settings.dns().value()).contains("192.0.2.53,192.0.2.54");
    assertThat(settings.userlandProxy().value()).contains(false);
  }

  @Test
  void readsTheCommandLineAndTheFileThatItNames() throws Unobservable {
    DaemonSettings settings =
        observe(
            dockerd(
                    "dockerd\0--config-file\0/lab/d.json\0--iptables=false\0--live-restore\0"
                        + "--dns\000192.0.2.1\0--dns=192.0.2.2\0")
                .with(
                    new Request.ReadFile(Namespace.HOST, "/lab/d.json"),
                    "{\"iptables\": true, \"bip\": \"172.26.0.1/16\"}"));

    assertThat(settings.iptables())
        .isEqualTo(new Setting<>(Optional.of(false), Origin.COMMAND_LINE));
    assertThat(settings.liveRestore().value()).contains(true);
    assertThat(settings.dns().value()).contains("192.0.2.1,192.0.2.2");
    assertThat(settings.bridgeAddress())
        .isEqualTo(new Setting<>(Optional.of("172.26.0.1/16"), Origin.FILE));
    assertThat(settings.conflicts()).containsExactly("iptables");
  }

  @Test
  void claimsNothingOfWhatItCannotSee() throws Unobservable {
    Host socketActivated =
        new Answers()
            .with(new Request.EnginePeer(), "endpoint: unix:///run/docker.sock\npid: 1\n")
            .with(new Request.ReadFile(Namespace.SELF, "/proc/1/cmdline"), "/sbin/init\0")
            .with(FILE, "{\"iptables\": false}");
    DaemonSettings settings = observe(socketActivated);

    assertThat(settings.iptables().seen()).contains(false);
    assertThat(settings.userlandProxy().origin()).isEqualTo(Origin.UNSEEN);
    assertThatThrownBy(() -> settings.userlandProxy().seen()).isInstanceOf(Unobservable.class);
  }

  @Test
  void findsAnEngineWhoseSocketAServiceManagerHolds() throws Unobservable {
    Host socketActivated =
        new Answers()
            .with(new Request.EnginePeer(), "endpoint: unix:///run/docker.sock\npid: 1\n")
            .with(new Request.ReadFile(Namespace.SELF, "/proc/1/cmdline"), "/sbin/init\0")
            .with(new Request.ReadFile(Namespace.HOST, "/run/docker.pid"), "612")
            .with(
                new Request.ReadFile(Namespace.HOST, "/proc/612/cmdline"),
                "/usr/bin/dockerd\0-H\0fd://\0--userland-proxy=false\0")
            .with(FILE, "{}");

    assertThat(observe(socketActivated).userlandProxy())
        .isEqualTo(new Setting<>(Optional.of(false), Origin.COMMAND_LINE));
  }

  @Test
  void claimsNothingOfAFileThatItMayNotRead() throws Unobservable {
    Answers answers = dockerd("dockerd\0--icc=false\0");
    Host closed =
        request -> {
          if (request.equals(FILE)) {
            throw new Unobservable(Reason.NOT_PERMITTED, "needs root");
          }
          return answers.ask(request);
        };

    assertThat(observe(closed).interContainer().seen()).contains(false);
    assertThat(observe(closed).iptables().origin()).isEqualTo(Origin.UNSEEN);
  }

  @Test
  void doesNotGuessAtABrokenFile() {
    assertThatThrownBy(() -> observe(dockerd("dockerd\0").with(FILE, "{\"iptables\": false,}")))
        .isInstanceOf(Unobservable.class)
        .hasMessage("/etc/docker/daemon.json: no JSON: {\"iptables\": false,}");
  }

  private static DaemonSettings observe(Host host) throws Unobservable {
    return new DaemonSettingsProbe().observe(host);
  }

  private static Answers dockerd(String commandLine) {
    return new Answers()
        .with(new Request.EnginePeer(), "endpoint: unix:///run/docker.sock\npid: 2590\nuid: 0\n")
        .with(new Request.ReadFile(Namespace.SELF, "/proc/2590/cmdline"), commandLine);
  }

  private static <T> Setting<T> standard(T value) {
    return new Setting<>(Optional.of(value), Origin.DEFAULT);
  }

  private static <T> Setting<T> unset() {
    return new Setting<>(Optional.empty(), Origin.DEFAULT);
  }
}
