package dockdiag.probes;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.List;

/// One question to the outside. All that dockdiag ever does to a system is listed here.
public sealed interface Request {

  /// Where it is asked.
  Namespace namespace();

  /// A file's text, from `/proc`, `/sys`, or a configuration file of the host.
  ///
  /// `/proc/net` and `/proc/sys/net` are those of the namespace, not of dockdiag's process.
  record ReadFile(Namespace namespace, String path) implements Request {}

  /// The symbolic links in a directory, a line each: `name -> target`, sorted by name.
  record ReadLinks(Namespace namespace, String directory) implements Request {}

  /// What a command prints; its status is the exit status, standard error follows a line `--`.
  record RunCommand(Namespace namespace, List<String> argv) implements Request {
    public RunCommand {
      argv = List.copyOf(argv);
    }
  }

  /// The engine's answer to `GET path`, path without version prefix; the status is HTTP's.
  record DockerGet(String path) implements Request {
    @Override
    public Namespace namespace() {
      return Namespace.HOST;
    }
  }

  /// The last lines that a container wrote to standard output and standard error.
  record DockerLogs(String container, int lines) implements Request {
    @Override
    public Namespace namespace() {
      return Namespace.HOST;
    }
  }

  /// Every TCP and UDP socket of the namespace, IPv4 and IPv6, a line each, as the kernel's
  /// `inet_diag` gives them (linux/inet_diag.h), numbers in decimal, IPv6 addresses in brackets:
  ///
  /// ```
  /// tcp LISTEN rq=0 wq=80 127.0.0.1:3306 0.0.0.0:0 uid=101 ino=55512 v6only=0
  /// ```
  ///
  /// Of a listening TCP socket `rq` is the number of connections that wait to be accepted and `wq`
  /// the most that may wait; of other sockets they are bytes. Fields that the source does not
  /// tell are left out (`/proc/net/tcp` knows neither the most nor `v6only`). States are named as
  /// in net/tcp_states.h, without `TCP_`; a UDP socket is `ESTABLISHED` or `CLOSE`.
  record DumpSockets(Namespace namespace) implements Request {}

  /// Every process of the network namespace, a line each, fields parted by tabs: pid as the
  /// engine's host numbers it, pid inside, state letter, user id, start time in clock ticks since
  /// boot (proc(5)), name, inodes of the sockets that it holds parted by commas, command line.
  record ListProcesses(Namespace namespace) implements Request {}

  /// The engine's socket and who answers on it, `key: value` lines: `endpoint`, and where the
  /// kernel tells (SO_PEERCRED, unix(7)) `pid` and `uid`; `sees` is `same` or `apart`, by network,
  /// mount and pid namespace: `net`, `mnt`, `pid`.
  record EnginePeer() implements Request {
    @Override
    public Namespace namespace() {
      return Namespace.HOST;
    }
  }

  /// A real TCP connection or UDP datagram, `key: value` lines:
  ///
  /// - `outcome`: `connected`, `refused`, `timed-out`, `no-route`, `unreachable`, `reset`,
  ///   `no-address` (the namespace has no address of this family), or, UDP alone, `answered`,
  ///   `silent`;
  /// - `then`, after a connection: `open`, `closed` or `reset` within the grace of 250 ms;
  /// - `received`: the peer's first bytes, at most 256, printable ASCII as it stands, all else as
  ///   `\xNN`.
  ///
  /// Nothing but `hello` is ever sent, and nothing at all when it is empty.
  record Connect(Namespace namespace, Address address, Port port, String hello)
      implements Request {}
}
