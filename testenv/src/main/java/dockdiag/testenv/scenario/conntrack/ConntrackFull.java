package dockdiag.testenv.scenario.conntrack;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// More connections than the kernel keeps account of.
public final class ConntrackFull implements BrokenWebsite {

  /// The most is the machine's, not the host's own, so the table is really filled.
  private static final String FILL =
      """
      awk -v most="$(cat /proc/sys/net/netfilter/nf_conntrack_max)" 'BEGIN {
        for (i = 0; i < most + 16; i++)
          printf "-I -p tcp -s 192.0.2.%d -d 203.0.113.%d --sport %d --dport 443" \\
              " --state ESTABLISHED -u SEEN_REPLY,ASSURED -t 600\\n",
              i % 250 + 1, int(i / 250) % 250 + 1, 1024 + int(i / 62500) }' > /run/flows
      conntrack -R /run/flows > /run/flows.log 2>&1 || true
      """;

  @Override
  public String description() {
    return "The kernel's table of connections is full.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell(FILL);
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "nf_conntrack_count = ";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("conntrack -F");
  }
}
