package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.change.Trial;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Cluster.Kind;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.OthersOf;
import dockdiag.playbooks.cluster.Overlay;
import dockdiag.playbooks.cluster.OverlaysOf;
import dockdiag.playbooks.link.MtuMismatch;
import dockdiag.playbooks.swarm.IngressWithoutIpvs;
import dockdiag.playbooks.swarm.OverlayNotAttachable;
import dockdiag.playbooks.swarm.OverlayPeerMissing;
import dockdiag.playbooks.swarm.OverlayPortBlocked;
import dockdiag.playbooks.swarm.ServiceHasNoTask;
import dockdiag.playbooks.swarm.SwarmNoQuorum;
import dockdiag.playbooks.swarm.SwarmNodeDown;
import dockdiag.playbooks.swarm.SwarmOverview;
import dockdiag.playbooks.swarm.SwarmPreparation;
import dockdiag.playbooks.swarm.VipWithoutIpvs;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.ServicesProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Nodes of a swarm do not find each other, or a service does not answer.
public final class SwarmInDisorder implements Playbook<Cluster> {

  private static final List<Check<? super Cluster>> WHOLE =
      List.of(new OverlayPortBlocked(), new SwarmNoQuorum());

  private static final List<Check<? super Cluster>> NODE = List.of(new SwarmNodeDown());

  private static final List<Check<? super Cluster>> NETWORK =
      List.of(
          new OverlayNotAttachable(),
          new OverlayPeerMissing(),
          new MtuMismatch().within(cluster -> Wiring.named(cluster.name())));

  private static final List<Check<? super Cluster>> SERVICE =
      List.of(new ServiceHasNoTask(), new IngressWithoutIpvs(), new VipWithoutIpvs());

  @Override
  public String name() {
    return "swarm";
  }

  @Override
  public List<Check<? super Cluster>> checks() {
    return Stream.of(WHOLE, NODE, NETWORK, SERVICE).flatMap(List::stream).toList();
  }

  @Override
  public List<Check<? super Cluster>> checks(Cluster scope) {
    return scope.part().map(SwarmInDisorder::checks).orElse(WHOLE);
  }

  private static List<Check<? super Cluster>> checks(Cluster.Part part) {
    return switch (part.kind()) {
      case NODE -> NODE;
      case NETWORK -> NETWORK;
      case SERVICE -> SERVICE;
      case ADDRESS, NAME -> WHOLE;
    };
  }

  @Override
  public List<Cluster> everywhere(Facts facts) throws Unobservable {
    boolean none = facts.get(new MembershipProbe()).state().equals("inactive");
    return none ? List.of() : List.of(Cluster.ALL);
  }

  @Override
  public void prepare(Cluster asked, Facts facts) {
    if (asked.part().isEmpty()) {
      SwarmPreparation.of(facts);
    }
  }

  /// None where the engine is in no swarm; of workers, and where nobody leads, what they know.
  @Override
  public List<Cluster> scopes(Cluster asked, Facts facts) throws Unobservable {
    Membership own = facts.get(new MembershipProbe());
    if (own.state().equals("inactive")) {
      return List.of();
    }
    if (!own.isActive() && own.error().isEmpty()) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, "the engine's swarm is " + own.state());
    }
    if (asked.part().isPresent()) {
      return List.of(asked);
    }
    Cluster whole = asked.on(facts.get(new DaemonProbe()).name());
    List<Cluster> scopes = new ArrayList<>(List.of(whole));
    if (own.isTold()) {
      for (Other other : facts.infer(new OthersOf())) {
        scopes.add(whole.of(Kind.NODE, other.name()));
      }
    }
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      scopes.add(whole.of(Kind.NETWORK, overlay.network().name()));
    }
    if (own.isTold()) {
      for (Service service : facts.get(new ServicesProbe())) {
        scopes.add(whole.of(Kind.SERVICE, service.name()));
      }
    }
    return scopes;
  }

  @Override
  public List<Overview> overview(Cluster asked, Facts facts) {
    return asked.part().isEmpty() ? SwarmOverview.of(facts) : List.of();
  }

  @Override
  public Finding tried(Cluster scope, Check<? super Cluster> check, Finding finding, Facts facts) {
    return new Trial<>(scope, check, facts).of(finding);
  }
}
