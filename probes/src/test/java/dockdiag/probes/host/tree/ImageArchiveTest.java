package dockdiag.probes.host.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Unobservable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class ImageArchiveTest {

  /// A tar that is written entry by entry.
  private static final class Tar {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    Tar file(String name, byte[] content) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      entry.setMode(0755);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    }

    Tar file(String name, String content) throws IOException {
      return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Tar link(String name, byte type, String target) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name, type);
      entry.setLinkName(target);
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
      return this;
    }

    byte[] end() throws IOException {
      tar.close();
      return bytes.toByteArray();
    }
  }

  @Test
  void layersLieOverOneAnotherAsTheManifestHasThem() throws Exception {
    byte[] lower =
        new Tar()
            .file("./usr/bin/busybox", "#!/old\n")
            .link("./usr/bin/sh", TarConstants.LF_LINK, "./usr/bin/busybox")
            .link("./bin", TarConstants.LF_SYMLINK, "usr/bin")
            .file("./etc/gone", "x")
            .file("./srv/hidden", "x")
            .end();
    byte[] upper =
        new Tar()
            .file("etc/.wh.gone", "")
            .file("srv/.wh..wh..opq", "")
            .file("srv/there", "#!/new\n")
            .end();
    LayeredTree image =
        read(
            new Tar()
                .file("up/layer.tar", upper)
                .file("low/layer.tar", lower)
                .link("again/layer.tar", TarConstants.LF_SYMLINK, "../up/layer.tar")
                .file("abc.json", "{\"rootfs\": {}}")
                .file("manifest.json", manifest("\"low/layer.tar\", \"again/layer.tar\"")));

    assertThat(image.at("/bin/sh").text()).contains("type: file", "text: #!/old\\x0a");
    assertThat(image.at("/bin").text()).contains("type: link", "link: usr/bin");
    assertThat(image.at("/etc/gone").text()).isEqualTo("type: missing\n");
    assertThat(image.at("/srv/hidden").text()).isEqualTo("type: missing\n");
    assertThat(image.at("/srv/there").text()).contains("text: #!/new\\x0a");
  }

  @Test
  void layersMayBeCompressedAndHaveNoFolders() throws Exception {
    byte[] layer = new Tar().file("opt/app/start", "\u007fELF" + "x".repeat(20_000)).end();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(layer);
    }
    LayeredTree image =
        read(
            new Tar()
                .file("blobs/sha256/aa", packed.toByteArray())
                .file("manifest.json", manifest("\"blobs/sha256/aa\"")));

    assertThat(image.at("/opt/app/start").head()).hasSize(Beginning.MOST);
    assertThat(image.at("/opt/app").type()).isEqualTo("folder");
  }

  @Test
  void linksThatLeadOutsideOrInACircleLeadNowhere() throws Exception {
    byte[] layer =
        new Tar()
            .link("out", TarConstants.LF_SYMLINK, "../../../../etc")
            .link("one", TarConstants.LF_SYMLINK, "two/x")
            .link("two", TarConstants.LF_SYMLINK, "/one/x")
            .link("self", TarConstants.LF_LINK, "self")
            .file("../../../escape", "x")
            .end();
    LayeredTree image =
        read(
            new Tar()
                .file("a/layer.tar", layer)
                .file("manifest.json", manifest("\"a/layer.tar\"")));

    assertThat(image.at("/out/passwd").text()).isEqualTo("type: missing\n");
    assertThat(image.at("/one/sh").text()).isEqualTo("type: missing\n");
    assertThat(image.at("/self").type()).isEqualTo("other");
    assertThat(image.at("/../escape").text()).isEqualTo("type: missing\n");
  }

  @Test
  void whatIsNoImageSaysSo() throws Exception {
    assertThatThrownBy(() -> read(new Tar().file("manifest.json", manifest("\"a/layer.tar\""))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a/layer.tar");
    assertThatThrownBy(() -> read(new Tar().file("manifest.json", "<html>")))
        .isInstanceOf(Unobservable.class);
    assertThatThrownBy(() -> read(new Tar())).isInstanceOf(IOException.class);
  }

  @Test
  void noMoreIsKeptThanThereIsRoomFor() throws Exception {
    Room room = new Room(1000);
    byte[] layer = new Tar().file("a", "x").file("b", "x").file("c", "x".repeat(2000)).end();
    assertThat(ArchiveLayer.read(new ByteArrayInputStream(layer), room)).isNotNull();
    assertThatThrownBy(() -> ArchiveLayer.read(new ByteArrayInputStream(layer), room))
        .isInstanceOf(IOException.class);
  }

  private static LayeredTree read(Tar image) throws IOException, Unobservable {
    return ImageArchive.read(new ByteArrayInputStream(image.end()));
  }

  private static String manifest(String layers) {
    return "[{\"Config\": \"abc.json\", \"RepoTags\": null, \"Layers\": [" + layers + "]}]";
  }
}
