package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever a host answers, a bundle keeps it.
class BundleRoundTripTest {

  @Property(tries = 200)
  void anyAnswerSurvives(@ForAll byte[] bytes, @ForAll int status) throws Exception {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Request request = new Request.ReadFile(Namespace.HOST, "/proc/net/tcp");
    RecordingHost host = new RecordingHost(asked -> new Response(status, text, 7));
    host.ask(request);
    Path file = Files.createTempFile("any", EvidenceBundle.SUFFIX);
    try {
      host.bundle(BundleHeader.none()).write(file);
      assertThat(RecordedHost.of(EvidenceBundle.read(file)).ask(request))
          .isEqualTo(new Response(status, text, 7));
    } finally {
      Files.delete(file);
    }
  }
}
