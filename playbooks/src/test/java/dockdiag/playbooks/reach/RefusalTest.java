package dockdiag.playbooks.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void isMariaDbsErrorPacket() {
    assertThat(
            Refusal.in(
                "G\\x00\\x00\\x00\\xffj\\x04Host '198.51.100.1' is not allowed to connect to this"
                    + " MariaDB server"))
        .contains(
            new Refusal(
                "MySQL or MariaDB",
                "1130",
                "Host '198.51.100.1' is not allowed to connect to this MariaDB server"));
  }

  @Test
  void isMysqlsWordForTooManyConnections() {
    assertThat(Refusal.in("\\x17\\x00\\x00\\x00\\xff\\x10\\x04Too many connections"))
        .contains(new Refusal("MySQL or MariaDB", "1040", "Too many connections"));
  }

  @Test
  void isWhatProtectedRedisSays() {
    assertThat(
            Refusal.in(
                "-DENIED Redis is running in protected mode because protected mode is on."
                    + " In this mode connections are only accepted from the loopback.\\x0d\\x0a"))
        .contains(
            new Refusal(
                "Redis",
                "DENIED",
                "Redis is running in protected mode because protected mode is on."));
  }

  @Test
  void isNothingElse() {
    for (String received :
        List.of(
            "",
            "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\\x0d\\x0a",
            "220 mail.example ESMTP, Host is not allowed to connect\\x0d\\x0a",
            "-MISCONF Redis is configured to save RDB snapshots\\x0d\\x0a",
            "E\\x00\\x00\\x00\\x50SFATAL\\x00C28000\\x00Mno pg_hba.conf entry for host\\x00\\x00",
            "Host '198.51.100.1' is not allowed to connect to this MariaDB server",
            "d\\x00\\x00\\x00\\x0a5.5.5-10.11.18-MariaDB-0+deb12u1\\x00\\x05\\x00",
            "G\\x00\\x00\\x00\\xffj\\x04cut short",
            "\\xff\\xff\\xff\\x00\\xff")) {
      assertThat(Refusal.in(received)).as(received).isEmpty();
    }
  }
}
