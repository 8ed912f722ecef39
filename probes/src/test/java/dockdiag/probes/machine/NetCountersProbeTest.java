package dockdiag.probes.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetCountersProbeTest {

  @Test
  void readsEachGroupsNamesAndNumbers() throws Unobservable {
    String text =
        """
        TcpExt: SyncookiesSent IPReversePathFilter
        TcpExt: 0 7
        IpExt: InNoRoutes
        IpExt: 3
        """;
    assertThat(read(text))
        .isEqualTo(
            Map.of(
                "TcpExt SyncookiesSent",
                0L,
                "TcpExt IPReversePathFilter",
                7L,
                "IpExt InNoRoutes",
                3L));
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    for (String text :
        new String[] {
          "TcpExt: A B\nTcpExt: 1\n", "TcpExt: A\nIpExt: 1\n", "TcpExt: A\nTcpExt: x\n"
        }) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(Unobservable.class);
    }
  }

  private static Map<String, Long> read(String text) throws Unobservable {
    return new NetCountersProbe(Namespace.HOST).observe(request -> Response.of(text));
  }
}
