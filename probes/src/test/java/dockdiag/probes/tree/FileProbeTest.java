package dockdiag.probes.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Request;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileProbeTest {

  private static final Tree WEB = new Tree.OfContainer("web");

  /// An ELF header of arm64 without segments, and one whose table lies far away.
  private static final String ARM64 =
      "f0VMRgIBAQAAAAAAAAAAAAIAtwABAAAAAABAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAAAAAAAAAAAAA==";

  private final Answers answers = new Answers();

  @Test
  void linksAreFollowedWithinTheTree() throws Unobservable {
    file("/bin/sh", "type: link\nmode: 777\nowner: 0:0\nlink: ../usr/bin/sh\n");
    file("/bin/../usr/bin/sh", "type: link\nmode: 777\nowner: 0:0\nlink: /box\n");
    file("/box", "type: file\nmode: 755\nowner: 7:8\nsize: 12\ntext: #!/x\\x0d\\x0a\n");
    assertThat(new FileProbe(WEB, "/bin/sh").observe(answers))
        .isEqualTo(
            new Located(
                List.of("/bin/sh", "/bin/../usr/bin/sh", "/box"),
                Optional.of(
                    new TreeFile(0755, 7, 8, new TreeFile.Text(new Head("23212f780d0a"))))));
  }

  @Test
  void whatLeadsInACircleIsNowhere() throws Unobservable {
    file("/one", "type: link\nmode: 777\nowner: 0:0\nlink: two\n");
    file("/two", "type: link\nmode: 777\nowner: 0:0\nlink: /one\n");
    Located located = new FileProbe(WEB, "/one").observe(answers);
    assertThat(located.file()).isEmpty();
    assertThat(located.paths()).hasSize(41);
  }

  @Test
  void aHeaderSaysForWhichProcessorItIs() throws Unobservable {
    file("/app", "type: file\nmode: 755\nowner: 0:0\nsize: 64\nelf: " + ARM64 + "\n");
    TreeFile found = new FileProbe(WEB, "/app").observe(answers).file().orElseThrow();
    assertThat(found.content()).isInstanceOf(TreeFile.Program.class);
    assertThat(((TreeFile.Program) found.content()).elf().architecture())
        .contains(Architecture.ARM64);
  }

  @Test
  void aHeaderThatLiesAboutItsSizesIsNotUnderstood() {
    Head lying =
        new Head(
            Head.of(java.util.Base64.getDecoder().decode(ARM64))
                .hex()
                .replace("3800000000", "38000100ff"));
    assertThatThrownBy(() -> Elf.of(lying)).isInstanceOf(Unobservable.class);
    assertThatThrownBy(() -> Elf.of(new Head("7f454c4602"))).isInstanceOf(Unobservable.class);
  }

  @Test
  void whatMakesNoSenseIsNotUnderstood() {
    file("/odd", "type: file\nmode: rwx\nowner: 0:0\nsize: 1\n");
    assertThatThrownBy(() -> new FileProbe(WEB, "/odd").observe(answers))
        .isInstanceOf(Unobservable.class)
        .hasMessageContaining("rwx");
  }

  private void file(String path, String answer) {
    answers.with(new Request.Peek(WEB, path), answer);
  }
}
