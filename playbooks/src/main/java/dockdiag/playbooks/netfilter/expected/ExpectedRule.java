package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;

/// A rule that the engine makes while all is well.
///
/// @param part what it belongs to
/// @param forms how the generations write it, the usual one first; any of them will do
public record ExpectedRule(Part part, Family family, String table, List<Form> forms) {

  /// What a rule of the engine is made for.
  public enum Part {
    /// The engine as such: the jumps into its chains, made when it starts.
    FRAME,
    /// A network, made with it.
    NETWORK,
    /// A published port, made when its container starts.
    PORT
  }

  public ExpectedRule {
    forms = List.copyOf(forms);
  }

  boolean isIn(List<Table> tables) {
    return tables.stream()
        .filter(one -> one.family() == family && one.name().equals(table))
        .anyMatch(one -> forms.stream().anyMatch(form -> form.isIn(one)));
  }

  /// Its place and text: `nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER`.
  @Override
  public String toString() {
    return (family == Family.IP6 ? "ip6 " : "") + table + " " + forms.getFirst();
  }
}
