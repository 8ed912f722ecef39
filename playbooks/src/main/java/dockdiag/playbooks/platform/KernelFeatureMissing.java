package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.EngineStack;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.platform.KernelFeature;
import dockdiag.probes.platform.KernelFeatureProbe;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The kernel was built without something that the engine uses as it is set up here.
public final class KernelFeatureMissing implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    EngineStack stack = facts.get(new EngineStackProbe());
    List<KernelFeatureProbe> missing = new ArrayList<>();
    for (KernelFeature feature : needed(stack)) {
      KernelFeatureProbe probe = new KernelFeatureProbe(feature, stack.kernel());
      if (!facts.get(probe).there()) {
        missing.add(probe);
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(finding(scope, stack, missing, facts));
  }

  @Override
  public Set<String> brings() {
    return Set.of("ingress-without-ipvs", "vip-without-ipvs");
  }

  private static Set<KernelFeature> needed(EngineStack stack) {
    Set<KernelFeature> needed = EnumSet.allOf(KernelFeature.class);
    if (!stack.storageDriver().startsWith("overlay")) {
      needed.remove(KernelFeature.OVERLAY_FS);
    }
    if (!stack.inSwarm()) {
      needed.removeAll(Set.of(KernelFeature.VXLAN, KernelFeature.IP_VS));
    }
    return needed;
  }

  private static Finding finding(
      Scope scope, EngineStack stack, List<KernelFeatureProbe> missing, Facts facts)
      throws Unobservable {
    String symbols =
        missing.stream().map(one -> one.feature().symbol()).collect(Collectors.joining(", "));
    Finding finding =
        Finding.error(scope.subject()).word("symbols", symbols).word("kernel", stack.kernel());
    for (KernelFeatureProbe probe : missing) {
      finding = finding.because(probe, facts.get(probe).seen());
    }
    return finding.mend(Remedy.byHand("kernel"));
  }
}
