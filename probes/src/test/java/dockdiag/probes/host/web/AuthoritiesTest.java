package dockdiag.probes.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

  private static final String OWN =
      """
      -----BEGIN CERTIFICATE-----
      MIIBcTCCARegAwIBAgIUONo+sYEOMurf1LYsXvNR+IMw22owCgYIKoZIzj0EAwIw
      DjEMMAoGA1UEAwwDTGFiMB4XDTI2MTEyMTIzNDc0MFoXDTM2MTExODIzNDc0MFow
      DjEMMAoGA1UEAwwDTGFiMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESMqCGQmh
      6dfaWsivjHIyIKYsRfvs3FOtrkdJn0ejZB0qSp8zL4eXxg26920lFojhp9VAu1Aj
      J4Hes5LOvpYEEqNTMFEwHQYDVR0OBBYEFNHVm2eJd4Z6QsrDlJtIBw2H5lUzMB8G
      A1UdIwQYMBaAFNHVm2eJd4Z6QsrDlJtIBw2H5lUzMA8GA1UdEwEB/wQFMAMBAf8w
      CgYIKoZIzj0EAwIDSAAwRQIhAOuwjIORTC1XrwY+N5lIezpPaNe6lpxlRhHaaNp4
      +mWAAiAE7UwbIcnh5QG7l5bC6DmxbFgeuCs+myLLgcPQdXL0Hw==
      -----END CERTIFICATE-----
      """;

  @Test
  void filesOfTheirOwnAreReadWhateverTheirNames(@TempDir Path root) throws Exception {
    Path folder = Files.createDirectories(root.resolve("etc/ssl/certs"));
    Files.createSymbolicLink(folder.resolve("0.pem"), Path.of("gone.pem"));
    Files.createDirectory(folder.resolve("java"));
    Files.writeString(folder.resolve("own"), OWN);
    assertThat(Authorities.of(root.toString(), "reg.shop.test")).isEmpty();
    assertThat(Authorities.scattered(root.toString()))
        .extracting(one -> one.getSubjectX500Principal().getName())
        .containsExactly("CN=Lab");
  }
}
