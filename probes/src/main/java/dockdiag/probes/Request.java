package dockdiag.probes;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.List;

/// One question to the outside. All that dockdiag ever does to a system is listed here.
public sealed interface Request {

  /// Where it is asked.
  Namespace namespace();

  /// A file's text, from `/proc`, `/sys`, or a configuration file of the host or of a container;
  /// that of a `.gz` is unpacked.
  ///
  /// `/proc/net` and `/proc/sys/net` are those of the namespace, not of dockdiag's process, and so
  /// is `/proc/self/mountinfo`, which of the host is the engine's. Other files of a container are
  /// those that its processes see under that path, mounts included; its symbolic links never lead
  /// out of it (openat2(2), RESOLVE_IN_ROOT).
  record ReadFile(Namespace namespace, String path) implements Request {}

  /// The symbolic links in a directory, a line each: `name -> target`, sorted by name.
  record ReadLinks(Namespace namespace, String directory) implements Request {}

  /// The names in a directory, a line each, sorted.
  record ListNames(Namespace namespace, String directory) implements Request {}

  /// What one file is and how it begins, `key: value` lines. Links in the folders before it are
  /// followed inside its own tree alone, the file itself is not, and nothing is run:
  ///
  /// - `type`: `file`, `folder`, `link`, `other`, or `missing`;
  /// - `mode`, octal, without the type's bits; `owner`, `uid:gid`; `size` in bytes;
  /// - `link`: where a link leads, control characters as `\xNN`;
  /// - `elf`: the first 8 KiB of an ELF file, base64 (RFC 4648);
  /// - `text`: of any other file the first 256 bytes, which is all that the kernel reads of a
  ///   script (BINPRM_BUF_SIZE, linux/binfmts.h), to the end of the first line; printable ASCII
  ///   as it stands, all else as `\xNN`.
  record Peek(Tree tree, String path) implements Request {
    @Override
    public Namespace namespace() {
      return Namespace.HOST;
    }
  }

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
  /// tcp LISTEN rq=0 wq=80 127.0.0.1:3306 0.0.0.0:0 uid=101 ino=55512
  /// tcp LISTEN rq=0 wq=511 [::]:80 [::]:0 uid=0 ino=55513 v6only=0
  /// udp CLOSE rq=0 wq=0 0.0.0.0:53 0.0.0.0:0 uid=0 ino=55514
  /// ```
  ///
  /// Of a listening TCP socket `rq` is the number of connections that wait to be accepted and `wq`
  /// the most that may wait; of other sockets they are bytes. States are those of
  /// linux/tcp_states.h, also of UDP: `CLOSE` is an unconnected socket. Fields that the source does
  /// not tell are left out (`/proc/net/tcp` knows neither the most nor `v6only`, an IPv4 socket has
  /// no `v6only`). An IPv4 address that an IPv6 socket holds reads `[::ffff:127.0.0.1]:80`.
  record DumpSockets(Namespace namespace) implements Request {}

  /// Every table of nf_tables in the namespace and how many sets and maps it has, those without a
  /// name included, a line each in the kernel's order: `ip filter 0`. The kernel tells it in a
  /// moment, however many rules there are (nfnetlink, linux/netfilter/nf_tables.h).
  record CountSets(Namespace namespace) implements Request {}

  /// Every process of the network namespace, a line each, fields parted by tabs: pid as the
  /// engine's host numbers it, pid inside, state letter, user id, start time in clock ticks since
  /// boot (proc(5)), name, inodes of the sockets that it holds parted by commas (`?` where its
  /// descriptors are closed even to root), command line. Kernel threads are left out.
  record ListProcesses(Namespace namespace) implements Request {}

  /// The engine's socket and who answers on it, `key: value` lines: `endpoint`, and where the
  /// kernel tells (SO_PEERCRED, unix(7)) `pid` and `uid`, and whether its network, mount and pid
  /// namespace are dockdiag's own, `same` or `apart`: `sees net`, `sees mnt`, `sees pid`.
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

  /// A real echo request of ICMP (RFC 792) or ICMPv6 (RFC 4443), sent once more where half the time
  /// brought nothing, `key: value` lines:
  ///
  /// - `outcome`: `answered`, `time-exceeded`, `unreachable`, `too-big`, `timed-out`; and where it
  ///   never left the namespace `no-route`, `no-address`, `forbidden` (by its own rules or routes);
  /// - `micros`: the round trip, of `answered`;
  /// - `by`: who reported an error, none where the kernel refused to send;
  /// - `code`, of `unreachable`; `mtu`, of `too-big`.
  ///
  /// @param bytes of payload
  record Echo(Namespace namespace, Address address, int bytes, Fragments fragments)
      implements Request {
    /// What fits into no packet is no echo request.
    public Echo {
      if (bytes < 0 || bytes > 65_487) {
        throw new IllegalArgumentException("no echo request carries " + bytes + " bytes");
      }
    }
  }

  /// Whether a packet may be divided on its way; where not, the size that was learned of the path
  /// earlier is not believed (IP_PMTUDISC_PROBE, ip(7)).
  enum Fragments {
    /// By the sender, and of IPv4 by every router.
    ALLOWED,
    /// By nobody: IPv4's "don't fragment".
    FORBIDDEN
  }

  /// A question to a DNS server (RFC 1035), without EDNS, asked `samples` times, each time from a
  /// socket and with an identifier of its own, over UDP 20 ms apart. A line for each sample:
  ///
  /// ```
  /// answered 812 0000818000010001…    microseconds, and the message with its identifier zeroed
  /// other-id 812 0000…                what came bears another identifier, and nothing else came
  /// silent
  /// refused                           as of Connect: timed-out, no-route, unreachable, reset, …
  /// closed                            TCP: closed before there was a whole answer
  /// ```
  ///
  /// @param port with the protocol that it is asked by
  /// @param name absolute, with the dot at its end, escaped as in RFC 1035, 5.1
  /// @param type `A`, `AAAA`, `NS`
  record Query(
      Namespace namespace, Address server, Port port, String name, String type, int samples)
      implements Request {}

  /// One `GET` of HTTP/1.1 (RFC 9112) over a connection of its own, as the engine asks a registry;
  /// nothing is followed, and a body is read to its first MiB. `key: value` lines, of each step as
  /// far as it came, then an empty line and the body:
  ///
  /// - `now`: the host's clock, RFC 3339;
  /// - `connect`: as of [Connect];
  /// - `proxy-tls`, `proxy`: what became of TLS with the proxy, and the first line of its answer to
  ///   `CONNECT`, or `timed-out`, `closed`, `strange`;
  /// - `tls`: `done`, `plain` (it speaks something else), `alert NAME`, `timed-out`, `closed`;
  /// - `certificate`: what Go's verification (crypto/x509) makes of it: `trusted`, `expired`,
  ///   `not-yet-valid`, `wrong-name`, `without-names`, `unknown-authority`; where that matters and
  ///   it is not trusted, nothing more is said to the server;
  /// - `subject`, `issuer`, `from`, `until`, `names`: of the server's own certificate;
  /// - `http`: `answered`, `timed-out`, `closed`, `reset`, `strange` (no HTTP, or without end);
  /// - `status`: HTTP's;
  /// - `challenge`, `realm`, `service` of `WWW-Authenticate`, and `location`, `type`, `date` of the
  ///   headers of these names (`Content-Type`), and `cut: body` where it is longer;
  /// - `granted`: `yes` or `no`, instead of a body that may hold a token.
  ///
  /// What the server says stands with all but printable ASCII as `\xNN`, except for the body.
  ///
  /// @param url `http` or `https`, with the path
  record Fetch(Way way, String url, Credential credential, Purpose purpose) implements Request {
    @Override
    public Namespace namespace() {
      return Namespace.HOST;
    }
  }

  /// How a server is reached.
  ///
  /// @param address of whom the connection is made to: the server, or the proxy
  /// @param registry whose folder below `/etc/docker/certs.d` has more authorities: `host:port`
  record Way(Address address, int port, Via via, Trust trust, String registry) {}

  /// Whom the connection is made to.
  enum Via {
    /// The server itself.
    DIRECT,
    /// A proxy (RFC 9110, 9.3.6).
    PROXY,
    /// A proxy that is itself spoken to by TLS.
    TLS_PROXY
  }

  /// Which certificates will do.
  enum Trust {
    /// Those that the host's authorities, and the engine's for that registry, answer for.
    VERIFIED,
    /// Any.
    ANY
  }

  /// What is read out of the answer.
  enum Purpose {
    /// All of it.
    READ,
    /// A token, which is kept for later requests and told to nobody.
    TOKEN
  }

  /// What a request is allowed by; the secret itself is known to the host that sends it alone.
  ///
  /// @param of the registry whose login it is, or the URL that the token came from
  record Credential(Kind kind, String of) {

    /// Nothing.
    public static final Credential NONE = new Credential(Kind.NONE, "");

    /// Which.
    public enum Kind {
      /// None.
      NONE,
      /// The name and password that `docker login` has stored (RFC 7617).
      LOGIN,
      /// A token that was fetched before (RFC 6750).
      TOKEN
    }
  }

  /// Where the docker command of the user who asks has logins, of its `config.json`; no secret is
  /// among them. Lines:
  ///
  /// ```
  /// file /root/.docker/config.json
  /// login registry.example.com:5000
  /// token shop.azurecr.io           an identity token, and no password
  /// helper desktop missing          of all registries; present, where its program is found
  /// helper pass present ghcr.io     of that one
  /// proxy http://192.0.2.1:3128     what containers are given (`proxies.default`)
  /// ```
  record ListLogins() implements Request {
    @Override
    public Namespace namespace() {
      return Namespace.HOST;
    }
  }
}
