package dockdiag.probes.netfilter;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of nft in its own language, which its JSON does not hold.
public record NftListingProbe(Namespace namespace) implements Probe<NftListing> {

  private static final Pattern TABLE = Pattern.compile("table (\\S+) (\\S+) \\{.*");
  private static final Pattern CHAIN = Pattern.compile("\\tchain (\\S+) \\{.*");
  private static final Pattern RULE = Pattern.compile("\\t\\t(.* # handle (\\d{1,18}))");

  @Override
  public NftListing observe(Host host) throws Unobservable {
    Response response =
        host.ask(new Request.RunCommand(namespace, List.of("nft", "-a", "list", "ruleset")));
    if (response.status() != 0) {
      throw Unobservable.notUnderstood(source(), response.body());
    }
    Map<NftListing.Place, String> rules = new HashMap<>();
    Optional<Family> family = Optional.empty();
    String table = "";
    String chain = "";
    for (String line : response.body().lines().toList()) {
      Matcher ofTable = TABLE.matcher(line);
      Matcher ofChain = CHAIN.matcher(line);
      Matcher rule = RULE.matcher(line);
      if (ofTable.matches()) {
        family = Family.named(ofTable.group(1));
        table = ofTable.group(2);
      } else if (ofChain.matches()) {
        chain = ofChain.group(1);
      } else if (rule.matches() && family.isPresent()) {
        long handle = Long.parseLong(rule.group(2));
        rules.put(new NftListing.Place(family.get(), table, chain, handle), rule.group(1));
      }
    }
    return new NftListing(rules);
  }

  @Override
  public String source() {
    return "nft -a list ruleset";
  }

  @Override
  public String byHand() {
    return "nft -a list ruleset";
  }
}
