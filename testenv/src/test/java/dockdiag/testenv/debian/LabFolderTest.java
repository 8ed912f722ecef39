package dockdiag.testenv.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFolderTest {

  @Test
  void aThingIsBuiltOnce(@TempDir Path path) throws IOException {
    LabFolder folder = new LabFolder(path);
    folder.made("thing", target -> Files.writeString(target, "first"));
    Path thing = folder.made("thing", target -> Files.writeString(target, "second"));

    assertThat(thing).hasContent("first");
    assertThat(entries(path)).containsExactly("lock", "thing");
  }

  @Test
  void whatFailsLeavesNothing(@TempDir Path path) throws IOException {
    LabFolder folder = new LabFolder(path);

    assertThatThrownBy(() -> folder.made("thing", LabFolderTest::halfAndNoMore))
        .isInstanceOf(LabUnavailable.class)
        .hasMessage("cannot make thing: the archive is down");
    assertThat(entries(path)).containsExactly("lock");
  }

  @Test
  void whatAKilledBuilderLeftIsBuiltAnew(@TempDir Path path) throws IOException {
    Files.createDirectories(path.resolve("building-thing/half"));
    new LabFolder(path).made("thing", target -> Files.createDirectory(target));

    assertThat(entries(path)).containsExactly("lock", "thing");
    assertThat(path.resolve("thing")).isEmptyDirectory();
  }

  private static void halfAndNoMore(Path target) throws IOException {
    Files.createDirectories(target.resolve("half"));
    throw new IllegalStateException("the archive is down");
  }

  private static List<String> entries(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
