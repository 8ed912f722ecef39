package dockdiag.probes.host.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;

class TarStreamTest {

  private static final long HUGE = 4L << 30;

  @Test
  void ofAFileOf4GbTheBeginningIsTaken() throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry("huge");
    entry.setSize(HUGE);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    AtomicLong taken = new AtomicLong();
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            taken.incrementAndGet();
            return 0;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            taken.addAndGet(length);
            return length;
          }
        };

    Beginning huge =
        TarStream.first(new SequenceInputStream(new ByteArrayInputStream(header), zeros));

    assertThat(huge.size()).isEqualTo(HUGE);
    assertThat(huge.head()).hasSize(Beginning.MOST);
    assertThat(taken).hasValueLessThan(1 << 20);
  }

  @Test
  void whatIsNoTarSaysSo() {
    assertThatThrownBy(() -> TarStream.first(new ByteArrayInputStream(new byte[0])))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                TarStream.first(
                    new ByteArrayInputStream("x".repeat(600).getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }
}
