package dockdiag.playbooks.packetpath;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ipset;
import dockdiag.probes.netfilter.IpsetsProbe;
import dockdiag.probes.netfilter.NftProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What rules ask of a forwarded first packet, 198.51.100.2:40000 to 172.17.0.2:80: whether they
/// are met, are not, or cannot be told.
class MatchesTest {

  private static final Map<String, String> ENDS =
      Map.of(
          "DROP", "Dropped iptables filter FORWARD 1",
          "ACCEPT", "Sent docker0 172.17.0.2:80",
          "UNKNOWN", "Undecided iptables filter FORWARD 1: ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s 198.51.100.0/24",
        "! -d 172.17.0.3/32",
        "-i eth+ -o docker0",
        "-p tcp -m tcp --dport 80 --tcp-flags FIN,SYN,RST,ACK SYN",
        "-p tcp -m multiport --dports 22,80,8000:9000",
        "-p tcp -m multiport ! --ports 22,443",
        "-m conntrack --ctstate NEW",
        "-m conntrack --ctdir ORIGINAL",
        "-m addrtype ! --src-type LOCAL",
        "-m physdev ! --physdev-is-bridged",
        "-m owner ! --uid-owner 33",
        "-m recent --set --name ssh --mask 255.255.255.255 --rsource",
        "-m rpfilter",
        "-m comment --comment \"any -j ACCEPT\""
      })
  void areMet(String asked) throws Unobservable {
    assertThat(fate("-A FORWARD " + asked + " -j DROP"))
        .isEqualTo("Dropped iptables filter FORWARD 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "! -i eth0",
        "-p udp",
        "-p icmp -m icmp --icmp-type 8",
        "-p icmp -m icmp ! --icmp-type 8/0",
        "-p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN",
        "-m conntrack --ctstate RELATED,ESTABLISHED",
        "-m conntrack --ctstate INVALID,UNTRACKED,DNAT",
        "-m addrtype --dst-type LOCAL",
        "-m physdev --physdev-in veth1",
        "-m owner --uid-owner 33",
        "-m mark --mark 0x1",
        "-m connmark --mark 0x1/0x1",
        "-m rpfilter --invert"
      })
  void areNotMet(String asked) throws Unobservable {
    assertThat(fate("-A FORWARD " + asked + " -j DROP")).isEqualTo("Sent docker0 172.17.0.2:80");
  }

  /// Earlier packets, chance, other tables of the kernel and frames decide.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-m set --match-set blocked src",
        "-m limit --limit 3/min",
        "-m hashlimit --hashlimit-upto 3/min --hashlimit-burst 5 --hashlimit-name h",
        "-m recent --update --seconds 60 --name ssh --mask 255.255.255.255 --rsource",
        "-m statistic --mode random --probability 0.5",
        "-m mac --mac-source 02:00:00:00:00:01",
        "-m socket --transparent",
        "-m length --length 0:60",
        "-m string --string \"x\" --algo bm"
      })
  void cannotBeTold(String asked) throws Unobservable {
    String rule = "-A FORWARD " + asked + " -j DROP";
    assertThat(fate(rule)).isEqualTo("Undecided iptables filter FORWARD 1: " + rule);
    assertThat(fate(rule, "-A FORWARD -j DROP")).isEqualTo("Dropped iptables filter FORWARD 2");
  }

  /// The client is 198.51.100.2:40000.
  @ParameterizedTest
  @CsvSource({
    "blocked src, DROP",
    "blocked dst, ACCEPT",
    "ports dst, DROP",
    "ports src, ACCEPT",
    "'doors dst,dst', DROP",
    "'doors dst,src', ACCEPT",
    "'nets src,dst', ACCEPT",
    "unheard src, UNKNOWN",
    "'doors dst', UNKNOWN"
  })
  void whatIsInASetIsToldByTheSet(String asked, String verdict) throws Unobservable {
    String rule = "-A FORWARD -m set --match-set " + asked + " -j DROP";
    assertThat(withSets(rule))
        .isEqualTo(ENDS.get(verdict) + (verdict.equals("UNKNOWN") ? rule : ""));
  }

  @Test
  void whatIsNotInASetIsOutsideOfIt() throws Unobservable {
    assertThat(withSets("-A FORWARD -m set ! --match-set ports src -j DROP"))
        .isEqualTo(ENDS.get("DROP"));
  }

  private static String withSets(String rule) throws Unobservable {
    String saved =
        """
        create blocked hash:ip family inet hashsize 1024 maxelem 65536
        add blocked 198.51.100.2
        create nets hash:net family inet hashsize 1024 maxelem 65536
        add nets 198.51.0.0/24
        create ports bitmap:port range 0-65535
        add ports 80
        create doors hash:ip,port family inet hashsize 1024 maxelem 65536
        add doors 172.17.0.2,udp:80
        add doors 172.17.0.2,tcp:80
        """;
    List<Ipset> sets = new IpsetsProbe(Namespace.HOST).observe(request -> Response.of(saved));
    List<String> lines = List.of("*filter", ":FORWARD ACCEPT [0:0]", rule, "COMMIT");
    PacketPath path = SmallHost.path(SmallHost.ruleset(lines).knowing(sets));
    return SmallHost.text(path.arriving(SmallHost.fromClient("172.17.0.2", 80)).fate());
  }

  /// They may make another packet of it, so that what comes behind does not tell.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TPROXY --on-port 3128 --on-ip 0.0.0.0 --tproxy-mark 0x1/0x1",
        "NETMAP --to 10.0.0.0/8",
        "CT --zone 7",
        "NFQUEUE --queue-num 0"
      })
  void whatTheyDoCannotBeTold(String target) throws Unobservable {
    String rule = "-A FORWARD -j " + target;
    assertThat(fate(rule, "-A FORWARD -j DROP"))
        .isEqualTo("Undecided iptables filter FORWARD 1: " + rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG --log-prefix \"x \"",
        "NFLOG --nflog-group 5",
        "TRACE",
        "CT --helper ftp",
        "TCPMSS --clamp-mss-to-pmtu",
        "SET --add-set seen src"
      })
  void theyChangeNothingThatMatters(String target) throws Unobservable {
    assertThat(fate("-A FORWARD -j " + target)).isEqualTo("Sent docker0 172.17.0.2:80");
  }

  @Test
  void eachVerdictOfAMapThatMayBeMeantIsFollowed() throws Unobservable {
    assertThat(nft("[0,{\"goto\":{\"target\":\"a\"}}],[1,{\"goto\":{\"target\":\"a\"}}]"))
        .isEqualTo(
            "Undecided nft ip t f 1: [{\"vmap\":{\"key\":{\"numgen\":{\"mode\":\"random\","
                + "\"mod\":2,\"offset\":0}},\"data\":{\"set\":[[0,{\"goto\":{\"target\":\"a\"}}],"
                + "[1,{\"goto\":{\"target\":\"a\"}}]]}}}]");
    assertThat(nft("[0,{\"continue\":null}],[1,{\"return\":null}]"))
        .isEqualTo("Sent docker0 172.17.0.2:80");
  }

  /// nft lists it without the family that the kernel asks for.
  @Test
  void aRejectWithIcmpIsOfItsFamilyAlone() throws Unobservable {
    assertThat(rejected("icmpv6")).isEqualTo("Sent docker0 172.17.0.2:80");
    assertThat(rejected("icmp")).startsWith("Rejected");
    assertThat(rejected("icmpx")).startsWith("Rejected");
  }

  private static String rejected(String type) throws Unobservable {
    return listed(
        """
        {"nftables":[{"table":{"family":"inet","name":"t"}},
        {"chain":{"family":"inet","table":"t","name":"f","type":"filter","hook":"forward",
        "prio":0,"policy":"accept"}},
        {"rule":{"family":"inet","table":"t","chain":"f","handle":1,"expr":[
        {"reject":{"type":"%s","expr":"admin-prohibited"}}]}}]}
        """
            .formatted(type));
  }

  /// Chain `a` drops.
  private static String nft(String verdicts) throws Unobservable {
    return listed(
        """
        {"nftables":[{"table":{"family":"ip","name":"t"}},
        {"chain":{"family":"ip","table":"t","name":"f","type":"filter","hook":"forward",
        "prio":0,"policy":"accept"}},{"chain":{"family":"ip","table":"t","name":"a"}},
        {"rule":{"family":"ip","table":"t","chain":"f","handle":1,"expr":[{"vmap":{"key":
        {"numgen":{"mode":"random","mod":2,"offset":0}},"data":{"set":[%s]}}}]}},
        {"rule":{"family":"ip","table":"t","chain":"a","handle":2,"expr":[{"drop":null}]}}]}
        """
            .formatted(verdicts));
  }

  private static String listed(String json) throws Unobservable {
    PacketPath path =
        SmallHost.path(new NftProbe(Namespace.HOST).observe(request -> Response.of(json)));
    return SmallHost.text(path.arriving(SmallHost.fromClient("172.17.0.2", 80)).fate());
  }

  private static String fate(String... rules) throws Unobservable {
    List<String> lines = new ArrayList<>(List.of("*filter", ":FORWARD ACCEPT [0:0]"));
    lines.addAll(List.of(rules));
    lines.add("COMMIT");
    PacketPath path = SmallHost.path(SmallHost.ruleset(lines));
    return SmallHost.text(path.arriving(SmallHost.fromClient("172.17.0.2", 80)).fate());
  }
}
