package dockdiag.probes.netfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.netfilter.Ipset.Dimension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sets of ipset, as `ipset save` of 7.22 prints them.
class IpsetsProbeTest {

  private static final Request SAVE =
      new Request.RunCommand(Namespace.HOST, List.of("ipset", "save"));
  private static final String SAVED =
      """
      create ports bitmap:port range 0-65535
      add ports 80
      create blocked hash:ip family inet hashsize 1024 maxelem 65536 timeout 600 bucketsize 12
      add blocked 192.0.2.1 timeout 321
      create nets hash:net family inet6 hashsize 1024 maxelem 65536
      add nets 2001:db8::/32
      create doors hash:ip,port family inet hashsize 1024 maxelem 65536
      add doors 192.0.2.1,tcp:8080
      create but hash:net family inet hashsize 1024 maxelem 65536
      add but 192.0.2.0/24
      add but 192.0.2.9/32 nomatch
      create pings hash:ip,port family inet hashsize 1024 maxelem 65536
      add pings 192.0.2.1,icmp:echo-request
      create cards hash:mac hashsize 1024 maxelem 65536
      add cards 02:00:00:00:00:01
      create all list:set size 8
      add all blocked
      """;

  @Test
  void readsThoseOfAddressesAndPorts() throws Unobservable {
    List<Ipset> sets = new IpsetsProbe(Namespace.HOST).observe(new Answers().with(SAVE, SAVED));

    assertThat(sets)
        .extracting(Ipset::name, Ipset::family, Ipset::dimensions, set -> set.elements().size())
        .containsExactly(
            tuple("ports", Optional.empty(), List.of(Dimension.PORT), 1),
            tuple("blocked", Optional.of(Family.IP), List.of(Dimension.ADDRESS), 1),
            tuple("nets", Optional.of(Family.IP6), List.of(Dimension.ADDRESS), 1),
            tuple(
                "doors",
                Optional.of(Family.IP),
                List.of(Dimension.ADDRESS, Dimension.PROTOCOL_AND_PORT),
                1));
    assertThat(sets.getLast().elements().getFirst().parts())
        .containsExactly(Operand.prefix("192.0.2.1", 32), Operand.one(6), Operand.one(8080));
  }

  @Test
  void saysThatItNeedsRoot() {
    Answers host =
        new Answers()
            .with(SAVE, 1, "--\nipset v7.22: Kernel error received: Operation not permitted\n");

    assertThat(
            catchThrowableOfType(
                    Unobservable.class, () -> new IpsetsProbe(Namespace.HOST).observe(host))
                .reason())
        .isEqualTo(Reason.NOT_PERMITTED);
  }
}
