package dockdiag.playbooks.resolver;

import dockdiag.playbooks.resolver.Resolution.Asked;
import dockdiag.playbooks.resolver.Resolution.Try;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.dns.ResolvConf;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;

/// The question what a container's processes are told when they ask for a name.
public record ResolutionOf(String container, String name) implements Inference<Resolution> {

  private static final int SAMPLES = 2;

  @Override
  public Resolution infer(Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(container));
    List<String> names = names(name, resolver.conf());
    List<Try> tries = new ArrayList<>();
    for (String full : names) {
      Try next = tried(full, resolver, facts);
      tries.add(next);
      if (next.isFound()) {
        break;
      }
    }
    return new Resolution(names, tries);
  }

  /// The full names that a name is tried as, in glibc's order (resolv.conf(5), `ndots`): musl tries
  /// a name with enough dots as it stands and nothing else.
  public static List<String> names(String name, ResolvConf conf) {
    String itself = LookupProbe.absolute(name);
    if (name.endsWith(".")) {
      return List.of(itself);
    }
    long dots = name.chars().filter(letter -> letter == '.').count();
    List<String> names = new ArrayList<>();
    for (String domain : conf.search()) {
      names.add(domain.equals(".") ? itself : LookupProbe.absolute(name + "." + domain));
    }
    names.remove(itself);
    names.add(dots >= conf.ndots() ? 0 : names.size(), itself);
    return names;
  }

  private static Try tried(String full, Resolver resolver, Facts facts) throws Unobservable {
    return new Try(
        full,
        asked(new Question(full, LookupProbe.Type.A), resolver, facts),
        asked(new Question(full, LookupProbe.Type.AAAA), resolver, facts));
  }

  private static Asked asked(Question question, Resolver resolver, Facts facts)
      throws Unobservable {
    List<Asked> all = new ArrayList<>();
    for (Address server : resolver.servers()) {
      LookupProbe probe = LookupProbe.udp(resolver.inside(), server, question, SAMPLES);
      Asked asked = whole(new Asked(probe, facts.get(probe)), facts);
      all.add(asked);
      if (asked.isDecided()) {
        return asked;
      }
    }
    return all.getFirst();
  }

  /// What is too large for a datagram is asked for again by TCP (RFC 7766, 5).
  private static Asked whole(Asked asked, Facts facts) throws Unobservable {
    if (!asked.isCut()) {
      return asked;
    }
    LookupProbe probe = asked.probe().tcp();
    Asked again = new Asked(probe, facts.get(probe));
    return again.isDecided() ? again : asked;
  }
}
