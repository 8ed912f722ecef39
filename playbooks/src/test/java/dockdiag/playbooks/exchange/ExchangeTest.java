package dockdiag.playbooks.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Requests over the recorded shop, as it is and with a rule or a file otherwise.
class ExchangeTest {

  private static final Address HOST = Address.of("198.51.100.1");
  private static final Address MYSQL = Address.of("10.5.0.2");
  private static final String SAVE = "host/run/iptables-nft-save_-c.txt";

  private EvidenceBundle shop;

  ExchangeTest() throws Exception {
    shop = EvidenceBundle.read(Recordings.named("shop"));
  }

  @Test
  void anOutsideClientIsLedToTheContainer() throws Unobservable {
    assertThat(told(outside(HOST, 3306)))
        .containsExactly("request host", "request mysql", "Answered mysql");
    assertThat(outsider(HOST)).isEqualTo(new Client.Outside(Address.of("203.0.113.7"), "eth0"));
  }

  @Test
  void theClientThatComplainsIsAskedFor() throws Unobservable {
    Optional<Address> from = Optional.of(Address.of("198.51.100.2"));
    assertThat(Client.outside(facts(), from, HOST))
        .contains(new Client.Outside(Address.of("198.51.100.2"), "eth0"));
  }

  @Test
  void nobodyInParticularIsNobodyThatARuleNames() throws Unobservable {
    change(SAVE, save -> with(save, "-A DOCKER-USER -s 203.0.113.0/24 -j DROP"));
    assertThat(outsider(HOST)).isEqualTo(new Client.Outside(Address.of("192.0.2.7"), "eth0"));
    assertThat(told(outside(HOST, 3306))).endsWith("Answered mysql");
  }

  @Test
  void dockerProxyTakesWhatComesOverLoopbackAndOverIpv6() throws Unobservable {
    List<String> byProxy =
        List.of("request host", "request host docker-proxy", "request mysql", "Answered mysql");
    assertThat(told(ask(new Client.OnHost(), Address.LOOPBACK4, 3306))).isEqualTo(byProxy);
    assertThat(told(ask(new Client.OnHost(), Address.LOOPBACK6, 3306))).isEqualTo(byProxy);
    assertThat(told(outside(Address.of("2001:db8:51::1"), 3306))).isEqualTo(byProxy);
  }

  @Test
  void theHostsOwnAddressIsTranslatedForTheHostItself() throws Unobservable {
    assertThat(told(ask(new Client.OnHost(), HOST, 80)))
        .containsExactly("request host", "request frontend-1", "Answered frontend-1");
  }

  @Test
  void neighboursTalkOverTheirBridge() throws Unobservable {
    assertThat(told(ask(new Client.InContainer("redis"), MYSQL, 3306)))
        .containsExactly(
            "request redis", "request host br-97c4e72f13db", "request mysql", "Answered mysql");
  }

  @Test
  void rulesAreAskedOfWhatCrossesABridgeToo() throws Unobservable {
    change(
        SAVE, save -> with(save, "-A DOCKER-USER -i br-97c4e72f13db -o br-97c4e72f13db -j DROP"));
    assertThat(told(ask(new Client.InContainer("redis"), MYSQL, 3306)))
        .containsExactly(
            "request redis",
            "request host br-97c4e72f13db",
            "Stopped host br-97c4e72f13db iptables filter DOCKER-USER 1");
    shop = shop.with("host/proc/sys/net/bridge/bridge-nf-call-iptables", "0\n");
    assertThat(told(ask(new Client.InContainer("redis"), MYSQL, 3306))).endsWith("Answered mysql");
  }

  @Test
  void aNeighbourComesByTheHostsAddressThroughDockerProxy() throws Unobservable {
    assertThat(told(ask(new Client.InContainer("redis"), HOST, 3306)))
        .containsExactly(
            "request redis",
            "request host",
            "request host docker-proxy",
            "request mysql",
            "Answered mysql");
  }

  @Test
  void aContainerFindsItselfByTheHostsAddress() throws Unobservable {
    assertThat(told(ask(new Client.InContainer("mysql"), HOST, 3306))).endsWith("Answered mysql");
    assertThat(told(ask(new Client.InContainer("mysql"), MYSQL, 3306)))
        .containsExactly("request mysql", "Answered mysql");
  }

  @Test
  void whereNobodyListensTheClientIsRefused() throws Unobservable {
    assertThat(told(ask(new Client.InContainer("redis"), MYSQL, 3307))).endsWith("Refused mysql");
    assertThat(told(outside(HOST, 9999))).containsExactly("request host", "Refused host");
  }

  @Test
  void anotherNetworkIsKeptApart() throws Unobservable {
    Client neighbour = new Client.OnBridge("docker0", Address.of("172.17.0.9"));
    assertThat(told(ask(neighbour, MYSQL, 3306)))
        .containsExactly("request host", "Stopped host iptables filter DOCKER-ISOLATION-STAGE-2 1");
    assertThat(told(ask(neighbour, HOST, 3306)))
        .startsWith("request host", "request host docker-proxy")
        .endsWith("Answered mysql");
  }

  @Test
  void theRuleThatStopsIsNamedAndDockerProxyStillAnswers() throws Unobservable {
    change(SAVE, save -> with(save, "-A DOCKER-USER -p tcp -m tcp --dport 3306 -j DROP"));
    assertThat(told(outside(HOST, 3306)))
        .containsExactly("request host", "Stopped host iptables filter DOCKER-USER 1");
    assertThat(told(ask(new Client.OnHost(), Address.LOOPBACK4, 3306))).endsWith("Answered mysql");
  }

  @Test
  void aRuleInsideTheContainerIsNamedThere() throws Unobservable {
    change(
        "netns/mysql/run/iptables-nft-save_-c.txt",
        save -> save + "*filter\n:INPUT ACCEPT [0:0]\n[0:0] -A INPUT -p tcp -j DROP\nCOMMIT\n");
    assertThat(told(outside(HOST, 3306)))
        .containsExactly("request host", "request mysql", "Stopped mysql iptables filter INPUT 1");
  }

  @Test
  void anAddressThatNobodyHasIsSaid() throws Unobservable {
    assertThat(told(ask(new Client.OnHost(), Address.of("10.5.0.99"), 80)))
        .containsExactly("request host", "Nobody 10.5.0.99 br-97c4e72f13db");
  }

  @Test
  void whatLeavesTheHostIsSaid() throws Unobservable {
    assertThat(told(ask(new Client.InContainer("redis"), Address.of("203.0.113.7"), 443)))
        .containsExactly("request redis", "request host", "Away eth0");
  }

  @Test
  void aNamespaceThatCannotBeEnteredLeavesTheRestUndecided() throws Unobservable {
    shop = shop.without("netns/mysql/run/nft_-j_list_ruleset.txt");
    assertThat(told(outside(HOST, 3306)))
        .satisfiesExactly(
            leg -> assertThat(leg).isEqualTo("request host"),
            end -> assertThat(end).startsWith("Undecided "));
  }

  @Test
  void whereNobodyTellsWhoListensItMayBeDockerProxy() throws Unobservable {
    shop = shop.without("host/processes.txt");
    assertThat(told(ask(new Client.OnHost(), Address.LOOPBACK4, 3306)))
        .satisfiesExactly(
            leg -> assertThat(leg).isEqualTo("request host"),
            end -> assertThat(end).startsWith("Undecided "));
    shop = shop.with("host/processes.txt", "");
    assertThat(told(ask(new Client.OnHost(), Address.LOOPBACK4, 3306)))
        .endsWith("Undecided who listens on 0.0.0.0:3306: not told");
  }

  @Test
  void theAnswerComesBackByTheSameWayTranslatedBack() throws Unobservable {
    assertThat(answers(outside(HOST, 3306)))
        .containsExactly(
            "mysql: tcp 10.5.0.2:3306 -> 203.0.113.7:50000",
            "host: tcp 10.5.0.2:3306 -> 203.0.113.7:50000");
    assertThat(answers(ask(new Client.OnHost(), Address.LOOPBACK4, 3306)))
        .containsExactly(
            "mysql: tcp 10.5.0.2:3306 -> 10.5.0.1:50000",
            "host docker-proxy: tcp 10.5.0.2:3306 -> 10.5.0.1:50000",
            "host: tcp 127.0.0.1:3306 -> 127.0.0.1:50000");
    assertThat(answers(ask(new Client.InContainer("redis"), MYSQL, 3306)))
        .containsExactly(
            "mysql: tcp 10.5.0.2:3306 -> 10.5.0.3:50000",
            "host br-97c4e72f13db: tcp 10.5.0.2:3306 -> 10.5.0.3:50000",
            "redis: tcp 10.5.0.2:3306 -> 10.5.0.3:50000");
  }

  @Test
  void aRuleThatStopsNothingButTheAnswerIsNamed() throws Unobservable {
    change(SAVE, save -> with(save, "-A DOCKER-USER -p tcp -m tcp --sport 3306 -j DROP"));
    Exchange exchange = outside(HOST, 3306);
    assertThat(told(exchange)).endsWith("Stopped host iptables filter DOCKER-USER 1");
    assertThat(exchange.legs().getLast().direction()).isEqualTo(Direction.REPLY);
  }

  private static List<String> answers(Exchange exchange) {
    return exchange.legs().stream()
        .filter(leg -> leg.direction() == Direction.REPLY)
        .map(leg -> leg.where() + ": " + leg.before())
        .toList();
  }

  private Client outsider(Address to) throws Unobservable {
    return Client.outside(facts(), Optional.empty(), to).orElseThrow();
  }

  private Exchange outside(Address to, int port) throws Unobservable {
    return ask(outsider(to), to, port);
  }

  private Exchange ask(Client client, Address to, int port) throws Unobservable {
    return facts().infer(new ExchangeOf(client, Protocol.TCP, to, port));
  }

  private Facts facts() {
    return new Facts(RecordedHost.of(shop));
  }

  private void change(String entry, UnaryOperator<String> change) {
    assertThat(shop.entries().get(entry))
        .isInstanceOfSatisfying(
            Entry.Answered.class,
            known -> shop = shop.with(entry, change.apply(known.response().body())));
  }

  /// The same with this rule first in the users' chain.
  private static String with(String save, String rule) {
    String first = "[0:0] -A DOCKER-USER -j RETURN";
    return save.replace(first, "[0:0] " + rule + "\n" + first);
  }

  private static List<String> told(Exchange exchange) {
    List<String> told =
        new ArrayList<>(
            exchange.legs().stream()
                .filter(leg -> leg.direction() == Direction.REQUEST)
                .map(leg -> "request " + leg.where())
                .toList());
    told.add(
        switch (exchange.end()) {
          case End.Answered(String by) -> "Answered " + by;
          case End.Refused(String by) -> "Refused " + by;
          case End.Stopped(Leg leg, Fate.Dropped(var place)) ->
              "Stopped " + leg.where() + " " + place;
          case End.Stopped(Leg leg, Fate fate) -> "Stopped " + leg.where() + " " + fate;
          case End.Nobody(Address address, String device) -> "Nobody " + address + " " + device;
          case End.Away(String device) -> "Away " + device;
          case End.Undecided(String why) -> "Undecided " + why;
        });
    return told;
  }
}
