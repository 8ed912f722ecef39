package dockdiag.probes.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubnetTest {

  @Test
  void isCutIntoPartsInOrder() {
    assertThat(new Subnet("172.20.0.0/14").parts(16))
        .containsExactly(
            new Subnet("172.20.0.0/16"),
            new Subnet("172.21.0.0/16"),
            new Subnet("172.22.0.0/16"),
            new Subnet("172.23.0.0/16"));
    assertThat(new Subnet("fd00::/63").parts(64)).hasSize(2);
  }

  @Test
  void isItselfWhereItCannotBeCut() {
    Subnet subnet = new Subnet("10.5.0.0/24");
    assertThat(subnet.parts(24)).containsExactly(subnet);
    assertThat(subnet.parts(16)).containsExactly(subnet);
    assertThat(subnet.parts(33)).containsExactly(subnet);
  }

  @Test
  void knowsHowNarrowItIs() {
    assertThat(new Subnet("10.5.0.0/24").prefixLength()).isEqualTo(24);
    assertThat(new Subnet("0.0.0.0/0").prefixLength()).isZero();
  }
}
