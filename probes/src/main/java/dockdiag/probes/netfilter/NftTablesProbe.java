package dockdiag.probes.netfilter;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which tables nf_tables has, in the kernel's order, without their rules.
public record NftTablesProbe(Namespace namespace) implements Probe<List<NftTablesProbe.Known>> {

  /// Names that nft takes as they stand (`string` of nftables' src/scanner.l).
  private static final Pattern LINE = Pattern.compile("(\\w+) ([A-Za-z_][\\w./-]*) (\\d{1,9})");

  /// A table.
  ///
  /// @param sets how many sets and maps it has; without any, no rule of it looks one up
  public record Known(Family family, String name, int sets) {}

  @Override
  public List<Known> observe(Host host) throws Unobservable {
    List<Known> tables = new ArrayList<>();
    for (String line : host.ask(new Request.CountSets(namespace)).body().lines().toList()) {
      Matcher table = LINE.matcher(line);
      if (!table.matches()) {
        throw Unobservable.notUnderstood(source(), line);
      }
      Family family =
          Family.named(table.group(1))
              .orElseThrow(() -> Unobservable.notUnderstood(source(), line));
      tables.add(new Known(family, table.group(2), Integer.parseInt(table.group(3))));
    }
    return List.copyOf(tables);
  }

  @Override
  public String source() {
    return "nf_tables";
  }

  @Override
  public String byHand() {
    return "nft list tables";
  }
}
