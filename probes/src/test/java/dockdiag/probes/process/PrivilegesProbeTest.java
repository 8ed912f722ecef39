package dockdiag.probes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegesProbeTest {

  // captured: a process of user 1000 in a container, of a 6.1 kernel; shortened
  private static final String USER =
      """
      Name:	sleep
      Uid:	1000	1000	1000	1000
      Gid:	1000	1000	1000	1000
      Groups:	4 27\s
      CapInh:	0000000000000000
      CapPrm:	0000000000000000
      CapEff:	0000000000000000
      CapBnd:	00000000a80425fb
      """;

  @Test
  void readsUserGroupsAndCapabilities() throws Unobservable {
    Privileges user = privileges(USER);
    assertThat(user).isEqualTo(new Privileges(1000, List.of(1000L, 4L, 27L), 0));
    assertThat(user.mayOpenRawSockets()).isFalse();
    Privileges root =
        privileges(USER.replace("CapEff:\t0000000000000000", "CapEff:\t00000000a80425fb"));
    assertThat(root.mayOpenRawSockets()).isTrue();
  }

  @Test
  void withoutSupplementaryGroupsThereIsOne() throws Unobservable {
    assertThat(privileges(USER.replace("4 27 ", "")).groups()).containsExactly(1000L);
  }

  @Test
  void doesNotGuess() {
    for (String strange :
        new String[] {"", USER.replace("1000", "many"), USER.replace("Uid", "X")}) {
      assertThatThrownBy(() -> privileges(strange)).isInstanceOf(Unobservable.class);
    }
  }

  private static Privileges privileges(String status) throws Unobservable {
    return new PrivilegesProbe(213)
        .observe(
            new Answers().with(new Request.ReadFile(Namespace.HOST, "/proc/213/status"), status));
  }
}
