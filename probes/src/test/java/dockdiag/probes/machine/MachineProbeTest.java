package dockdiag.probes.machine;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineProbeTest {

  @Test
  void namesTheHost() throws Unobservable {
    Answers host =
        minimal()
            .with(
                file("/etc/os-release"),
                "NAME=\"Debian GNU/Linux\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n")
            .with(file("/proc/sys/kernel/arch"), "x86_64\n")
            .with(file("/proc/stat"), "cpu  1 2 3\nbtime 1795260000\nprocesses 9\n");

    assertThat(new MachineProbe().observe(host))
        .isEqualTo(
            new Machine(
                "prod-7",
                "Debian GNU/Linux 12 (bookworm)",
                "6.1.0-18-amd64",
                "x86_64",
                Optional.of(Instant.ofEpochSecond(1_795_260_000))));
  }

  @Test
  void asksOlderKernelsByUname() throws Unobservable {
    Answers host =
        minimal().with(new Request.RunCommand(Namespace.HOST, List.of("uname", "-m")), "aarch64\n");

    assertThat(new MachineProbe().observe(host))
        .isEqualTo(new Machine("prod-7", "Linux", "6.1.0-18-amd64", "aarch64", Optional.empty()));
  }

  @Test
  void knowsItsAddresses() throws Unobservable {
    Answers host =
        new Answers()
            .with(file("/proc/net/fib_trie"), captured(getClass(), "fib_trie.txt"))
            .with(file("/proc/net/if_inet6"), captured(getClass(), "if_inet6.txt"));

    assertThat(new AddressesProbe(Namespace.HOST).observe(host))
        .map(Object::toString)
        .startsWith(
            "127.0.0.1",
            "172.17.0.1",
            "172.28.1.1",
            "172.28.2.1",
            "172.28.4.1",
            "fe80::c4:dbff:fe62:8214")
        .contains("::1", "fd28:4::1")
        .hasSize(16);
  }

  private static Answers minimal() {
    return new Answers()
        .with(file("/proc/sys/kernel/hostname"), "prod-7\n")
        .with(file("/proc/sys/kernel/osrelease"), "6.1.0-18-amd64\n");
  }

  private static Request file(String path) {
    return new Request.ReadFile(Namespace.HOST, path);
  }
}
