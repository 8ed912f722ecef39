package dockdiag.playbooks.sysctl;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The other end gets echo requests, and its kernel was told to leave them without a reply.
public final class IcmpIgnored implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (contact.port().isPresent()) {
      return Optional.empty();
    }
    return contact.end(facts) instanceof End.Stopped(Leg leg, Fate.Lost(var reason, var _))
            && reason == Fate.Reason.ECHO_IGNORED
        ? Optional.of(found(contact, leg, facts))
        : Optional.empty();
  }

  private static Finding found(Contact contact, Leg leg, Facts facts) throws Unobservable {
    boolean ipv6 = contact.target().address().isIpv6();
    String name = ipv6 ? "net.ipv6.icmp.echo_ignore_all" : "net.ipv4.icmp_echo_ignore_all";
    Namespace where = Namespace.HOST;
    List<String> enter = new ArrayList<>();
    if (leg.where() instanceof Where.InContainer(String container)) {
      Flow there = Flow.to(container);
      int pid = facts.get(new ContainerProbe(container)).state().pid();
      where = there.inside(facts.get(there.inspect()));
      enter.addAll(List.of("nsenter", "--target", Integer.toString(pid), "--net"));
    }
    SysctlProbe probe = new SysctlProbe(where, name);
    return Finding.error(contact.subject())
        .word("where", leg.where())
        .word("setting", name)
        .because(probe, name + " = " + facts.get(probe))
        .mend(
            Remedy.automatic("answer", command(enter, name + "=0"))
                .undoneBy(command(enter, name + "=1"))
                .forNow())
        .mend(Remedy.byHand("port"));
  }

  private static String command(List<String> enter, String setting) {
    List<String> words = new ArrayList<>(enter);
    words.addAll(List.of("sysctl", "-w", setting));
    return CommandLine.of(words.toArray(String[]::new));
  }
}
