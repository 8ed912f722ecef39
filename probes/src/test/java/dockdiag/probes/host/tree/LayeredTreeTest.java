package dockdiag.probes.host.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayeredTreeTest {

  @TempDir private Path folder = Path.of("");
  private Path lower = Path.of("");
  private Path upper = Path.of("");

  @BeforeEach
  void layers() throws Exception {
    lower = Files.createDirectories(folder.resolve("lower"));
    upper = Files.createDirectories(folder.resolve("upper"));
    Files.createDirectories(lower.resolve("usr/bin"));
    Files.createSymbolicLink(lower.resolve("bin"), Path.of("usr/bin"));
    Files.writeString(lower.resolve("usr/bin/sh"), "#!/bin/busybox\nmore\n");
  }

  @Test
  void linksInFoldersAreFollowedAndTheFileItselfIsNot() throws Exception {
    Files.createSymbolicLink(lower.resolve("usr/bin/ash"), Path.of("sh"));
    assertThat(at("/bin/sh")).contains("type: file", "size: 20", "text: #!/bin/busybox\\x0a");
    assertThat(at("/bin/ash")).contains("type: link", "link: sh");
    assertThat(at("/usr/../bin/./sh")).contains("type: file");
  }

  @Test
  void noLinkLeadsOutside() throws Exception {
    Files.writeString(folder.resolve("secret"), "outside");
    Files.createSymbolicLink(lower.resolve("up"), Path.of("../../../.."));
    Files.createSymbolicLink(lower.resolve("away"), folder);
    assertThat(at("/up/secret")).contains("type: missing");
    assertThat(at("/../../secret")).contains("type: missing");
    assertThat(at("/away/secret")).contains("type: missing");
    assertThat(at("/up/usr/bin/sh")).contains("type: file");
  }

  @Test
  void linksInACircleEnd() throws Exception {
    Files.createSymbolicLink(lower.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(lower.resolve("two"), Path.of("/one"));
    assertThat(at("/one/sh")).contains("type: missing");
    assertThat(at("/one")).contains("type: link", "link: two");
  }

  @Test
  void theUpperLayerHidesTheLower() throws Exception {
    Files.createDirectories(upper.resolve("usr/bin"));
    Files.writeString(upper.resolve("usr/bin/sh"), "");
    assertThat(at("/usr/bin/sh")).contains("size: 0");
    Files.delete(upper.resolve("usr/bin/sh"));
    Files.delete(upper.resolve("usr/bin"));
    Files.writeString(upper.resolve("usr/bin"), "a file where a folder was");
    assertThat(at("/usr/bin/sh")).contains("type: missing");
    assertThat(at("/usr/bin")).contains("type: file");
  }

  @Test
  void nothingIsNothing() throws Exception {
    assertThat(at("/usr/bin/sh/more")).contains("type: missing");
    assertThat(at("/nosuch")).containsExactly("type: missing");
    assertThat(at("/")).contains("type: folder");
  }

  @Test
  void ofABigFileTheBeginningIsRead() throws Exception {
    Files.write(lower.resolve("big"), new byte[3 * Beginning.MOST]);
    assertThat(LayeredTree.ofFolders(List.of(lower)).at("/big").head()).hasSize(Beginning.MOST);
    assertThat(at("/big").getLast()).hasSize("text: ".length() + 4 * 256);
  }

  @Test
  void aFileOf4GbIsNotReadThrough() throws Exception {
    try (RandomAccessFile sparse = new RandomAccessFile(lower.resolve("huge").toFile(), "rw")) {
      sparse.setLength(4L << 30);
    }
    assertThat(at("/huge")).contains("size: 4294967296");
    assertThat(LayeredTree.ofFolders(List.of(lower)).at("/huge").head()).hasSize(Beginning.MOST);
  }

  private List<String> at(String path) throws Exception {
    return LayeredTree.ofFolders(List.of(upper, lower)).at(path).text().lines().toList();
  }
}
