package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final TextReport WIDE = new TextReport(100, Glyphs.UNICODE, Ink.PLAIN);

  @Test
  void theAnswerComesFirst() throws Exception {
    assertThat(written(WIDE, broken(), Detail.NORMAL))
        .isEqualTo(
            """
            BROKEN: mysql 3306/tcp cannot work as things are; mend this first:

            mysql 3306/tcp
              In mysql, mysqld listens on 127.0.0.1:3306 alone, so nothing from outside the container reaches
              it.
              listener-on-loopback · error, confirmed
              Evidence
                LISTEN 127.0.0.1:3306 mysqld (pid 1)
                  seen in /proc/216/net/{tcp,tcp6,udp,udp6}; by hand:
                  $ nsenter --target 216 --net ss -tulnp
              Fix: Make mysqld listen on all addresses of the container, and make the container anew.
                  $ mariadbd --bind-address=0.0.0.0
                Impact: Every container on the same networks can then connect to it too.
                Not to be run as it stands: adapt it first. It lasts over restarts. Not proven beforehand.

            Who reaches mysql 3306/tcp
              client         asks               over      rules               packet
              host-address   198.51.100.1:3306  tcp ipv4  refused [1]         closed-at-once
                ^ the real packet fared otherwise than the rules say
              host-loopback  127.0.0.1:3306     tcp ipv4  closed-at-once [1]  delivered
                ^ the real packet fared otherwise than the rules say
              [1] nobody listens in mysql

            Checks
              mysql 3306/tcp
                FAIL     listener-on-loopback   The server listens on the container's loopback alone
              ok       2 checks passed

            dockdiag 1.0.0 · 2026-11-21T10:00:00Z
            host prod-7 · Debian GNU/Linux 12 · kernel 6.1.0 · amd64 · engine 28.5.2 · recorded evidence
            $ dockdiag ports mysql
            """);
  }

  @Test
  void quietIsTheVerdictAndTheCause() throws Exception {
    assertThat(written(WIDE, broken(), Detail.QUIET))
        .isEqualTo(
            """
            BROKEN: mysql 3306/tcp cannot work as things are; mend this first:
            mysql 3306/tcp: In mysql, mysqld listens on 127.0.0.1:3306 alone, so nothing from outside the
            container reaches it.
            """);
  }

  @Test
  void aHealthyHostNeedsFewWords() throws Exception {
    assertThat(written(WIDE, Cases.mysql(Cases.shop()), Detail.NORMAL))
        .isEqualTo(
            """
            HEALTHY: no fault was found, and every check saw what it needs.

            Who reaches mysql 3306/tcp
              client         asks               over      rules      packet
              host-address   198.51.100.1:3306  tcp ipv4  delivered  delivered
              host-loopback  127.0.0.1:3306     tcp ipv4  delivered  delivered

            Checks
              ok       3 checks passed

            dockdiag 1.0.0 · 2026-11-21T10:00:00Z
            host prod-7 · Debian GNU/Linux 12 · kernel 6.1.0 · amd64 · engine 28.5.2 · recorded evidence
            $ dockdiag ports mysql
            """);
  }

  @Test
  void whatCouldNotBeSeenIsSaidWithWhatHelps() throws Exception {
    Diagnosis blind = Cases.mysql(Cases.shop().without("netns/mysql/sockets.txt"));
    assertThat(written(WIDE, blind, Detail.NORMAL))
        .isEqualTo(
            """
            INCONCLUSIVE: no error was found, but something that decides could not be seen.

            Who reaches mysql 3306/tcp
              client         asks               over      rules          packet
              host-address   198.51.100.1:3306  tcp ipv4  undecided [1]  delivered
              host-loopback  127.0.0.1:3306     tcp ipv4  undecided [1]  delivered
              [1] what the rules say is undecided: not in the evidence bundle: netns/mysql/sockets.txt

            Checks
              mysql 3306/tcp
                unknown  listener-on-loopback   not recorded
                unknown  no-listener            not recorded
              ok       1 check passed

            Could not be checked
              mysql 3306/tcp: listener-on-loopback, no-listener
                not recorded: not in the evidence bundle: netns/mysql/sockets.txt
                To settle it, record the host again with this version: --save.

            dockdiag 1.0.0 · 2026-11-21T10:00:00Z
            host prod-7 · Debian GNU/Linux 12 · kernel 6.1.0 · amd64 · engine 28.5.2 · recorded evidence
            $ dockdiag ports mysql
            """);
  }

  @Test
  void portsAreKeptApartAndConsequencesStandUnderTheirCause() throws Exception {
    assertThat(written(WIDE, Cases.twoPorts(), Detail.NORMAL))
        .isEqualTo(
            """
            DEGRADED: beside what is hidden on request, it works, but something endangers or exposes it.

            mysql 33060/tcp
              In mysql, mysqld accepts no connections any more: 81 wait on 33060/tcp and no more than 80 may.
              listener-backlog-full · warning, likely
              Evidence
                LISTEN 0.0.0.0:33060 rq=81 wq=80
                  seen in /proc/net/{tcp,tcp6,udp,udp6}; by hand:
                  $ ss -tulnp
              Fix: Start it anew.
                  $ docker restart mysql
                Impact: Every connection that it still serves is cut.
                It also lets through: web 80/tcp from outside.
                It shuts out: a, b.
                Root can run it as it stands. It lasts until the next restart. Proven: with it applied, the
                fault is gone.
                To take it back:
                  $ docker start mysql

            mysql
              The health check of mysql asks port 3307, on which nobody listens; the server has 3306, 33060.
              healthcheck-wrong-port · warning, likely
              Evidence
                Healthcheck.Test CMD nc localhost 3307
                  seen in docker inspect mysql; by hand:
                  $ docker inspect mysql
              └ brings about health-failing: mysql is unhealthy: its own health check has failed 4 times in a
                row.

            1 finding is hidden on request.

            Who reaches mysql 3306/tcp
              client   asks               over      rules        packet
              outside  198.51.100.1:3306  tcp ipv4  dropped [1]  delivered
                ^ the real packet fared otherwise than the rules say
              [1] stopped by iptables filter DOCKER-USER 1: -A DOCKER-USER -p tcp -j DROP

            Who reaches mysql 33060/tcp
              client   asks                over      rules      packet
              outside  198.51.100.1:33060  tcp ipv4  undecided  not sent

            Checks
              mysql
                warn     healthcheck-wrong-port  The health check asks a port that nobody listens on
                warn     health-failing          The health check fails
              mysql 33060/tcp
                warn     listener-backlog-full   The server no longer accepts connections
              ok       1 check passed
              skip     1 check: not examined, it would send packets or enter a namespace (--passive)

            dockdiag 1.0.0 · 2026-11-21T10:00:00Z
            host prod-7 · Debian GNU/Linux 12 · kernel 6.1.0 · amd64 · engine 28.5.2 · recorded evidence
            $ dockdiag ports mysql
            """);
  }

  @Test
  void verboseListsEveryCheckAndAsciiNeedsNoFont() throws Exception {
    TextReport narrow = new TextReport(72, Glyphs.ASCII, Ink.PLAIN);
    assertThat(written(narrow, Cases.twoPorts(), Detail.VERBOSE))
        .isEqualTo(
            """
            DEGRADED: beside what is hidden on request, it works, but something
                      endangers or exposes it.

            mysql 33060/tcp
              In mysql, mysqld accepts no connections any more: 81 wait on 33060/tcp
              and no more than 80 may.
              listener-backlog-full - warning, likely
              Evidence
                LISTEN 0.0.0.0:33060 rq=81 wq=80
                  seen in /proc/net/{tcp,tcp6,udp,udp6}; by hand:
                  $ ss -tulnp
              Fix: Start it anew.
                  $ docker restart mysql
                Impact: Every connection that it still serves is cut.
                It also lets through: web 80/tcp from outside.
                It shuts out: a, b.
                Root can run it as it stands. It lasts until the next restart.
                Proven: with it applied, the fault is gone.
                To take it back:
                  $ docker start mysql

            mysql
              The health check of mysql asks port 3307, on which nobody listens; the
              server has 3306, 33060.
              healthcheck-wrong-port - warning, likely
              Evidence
                Healthcheck.Test CMD nc localhost 3307
                  seen in docker inspect mysql; by hand:
                  $ docker inspect mysql
              `- brings about health-failing: mysql is unhealthy: its own health
                 check has failed 4 times in a row.
                health-failing - warning, likely
                Evidence
                  Health.FailingStreak 4
                    seen in docker inspect mysql; by hand:
                    $ docker inspect mysql

            1 finding is hidden on request.

            Who reaches mysql 3306/tcp
              client   asks               over      rules        packet
              outside  198.51.100.1:3306  tcp ipv4  dropped [1]  delivered
                ^ the real packet fared otherwise than the rules say
              [1] stopped by iptables filter DOCKER-USER 1: -A DOCKER-USER -p tcp -j
                  DROP

            Who reaches mysql 33060/tcp
              client   asks                over      rules      packet
              outside  198.51.100.1:33060  tcp ipv4  undecided  not sent

            Checks
              mysql
                warn     healthcheck-wrong-port  The health check asks a port that
                                                 nobody listens on (2ms)
                warn     health-failing          The health check fails (2ms)
              mysql 3306/tcp
                ok       no-listener             something listens on 3306/tcp (1ms)
              mysql 33060/tcp
                skip     no-listener             not examined, it would send packets
                                                 or enter a namespace (--passive)
                warn     listener-backlog-full   The server no longer accepts
                                                 connections (3ms)

            dockdiag 1.0.0 - 2026-11-21T10:00:00Z
            host prod-7 - Debian GNU/Linux 12 - kernel 6.1.0 - amd64 - engine 28.5.2
            - recorded evidence
            $ dockdiag ports mysql
            """);
  }

  @Test
  void coloursAddNoWords() throws Exception {
    TextReport coloured = new TextReport(100, Glyphs.UNICODE, Ink.COLOUR);
    String text = written(coloured, broken(), Detail.NORMAL);
    assertThat(text).startsWith("\u001b[31mBROKEN: \u001b[0mmysql 3306/tcp cannot");
    assertThat(text.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(written(WIDE, broken(), Detail.NORMAL));
  }

  private static Diagnosis broken() throws Exception {
    return Cases.mysql(Cases.shopWith("listener-on-loopback"));
  }

  private static String written(ReportWriter writer, Diagnosis diagnosis, Detail detail)
      throws Exception {
    return Cases.written(writer, Cases.report(diagnosis, detail));
  }
}
