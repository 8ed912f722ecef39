package dockdiag.playbooks.resolver;

import dockdiag.playbooks.Evidence;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;

/// A server that a container's questions end at: what its resolv.conf names, or what the embedded
/// server asks on its behalf.
///
/// @param asker the namespace that the question comes from
/// @param origin how it came to be asked
/// @param named what says so
public record Upstream(Address address, Namespace asker, Origin origin, Evidence named) {

  /// Who named it.
  public enum Origin {
    /// `--dns` of the container.
    OPTION,
    /// `dns` of the engine's settings.
    DAEMON,
    /// The host's own resolv.conf, or systemd-resolved behind it.
    HOST,
    /// The engine itself, where the host names none that a container could ask.
    FALLBACK,
    /// Nobody of these: the container's file alone.
    FILE
  }

  /// Who serves the root zone: whoever resolves names for others knows that by heart (RFC 8109), so
  /// that it is answered without the Internet and without any name of anybody's; and any answer at
  /// all, be it a refusal, shows that the server is there.
  public static final Question ROOT = new Question(".", LookupProbe.Type.NS);

  private static final int SAMPLES = 4;

  /// The engine's embedded server, or one that the container asks itself.
  public static Upstream of(Address address, Namespace asker, Origin origin, Probe<?> probe) {
    return new Upstream(address, asker, origin, Evidence.of(probe, "nameserver " + address));
  }

  /// Where it serves.
  public Port port() {
    return probe().port();
  }

  /// The question whether it is there.
  public LookupProbe probe() {
    return LookupProbe.udp(asker, address, ROOT, SAMPLES);
  }

  /// The same from the host: the control experiment.
  public LookupProbe control() {
    return LookupProbe.udp(Namespace.HOST, address, ROOT, SAMPLES);
  }

  /// What it answers.
  public Lookup lookup(Facts facts) throws Unobservable {
    return facts.get(probe());
  }

  public boolean isAskedByHost() {
    return asker.equals(Namespace.HOST);
  }
}
