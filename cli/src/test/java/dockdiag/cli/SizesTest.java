package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a reader can take in at once, and names that say something.
class SizesTest {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 40;
  private static final Predicate<String> EMPTY_NAME =
      Pattern.compile("(class|record|interface|enum) \\w*(Utils?|Helper|Manager|Impl)\\b")
          .asPredicate();

  @Test
  void noFileIsTooLong() throws IOException {
    assertThat(Sources.all()).isNotEmpty().filteredOn(SizesTest::tooLong).isEmpty();
  }

  @Test
  void noMethodIsTooLong() throws IOException {
    assertThat(Sources.methods(Sources.all()))
        .hasSizeGreaterThan(1000)
        .filteredOn(method -> method.lines() > LONGEST_METHOD)
        .isEmpty();
  }

  @Test
  void noNameIsEmptyOfMeaning() throws IOException {
    assertThat(Sources.all())
        .filteredOn(file -> lines(file).stream().anyMatch(EMPTY_NAME))
        .isEmpty();
  }

  @Test
  void methodsAreMeasuredAndTextBlocksAreNot(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Long.java");
    String body = "int i;\n".repeat(LONGEST_METHOD);
    String block = "String s = \"\"\"\n" + "text\n".repeat(LONGEST_METHOD) + "\"\"\";\n";
    Files.writeString(
        file, "class Long { void code() {\n" + body + "}\nvoid data() {\n" + block + "}\n}\n");
    assertThat(Sources.methods(List.of(file)))
        .extracting(Sources.Method::lines)
        .containsExactly(LONGEST_METHOD + 2L, 3L);
  }

  private static boolean tooLong(Path file) {
    return lines(file).size() > LONGEST_FILE;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException broken) {
      throw new AssertionError(file.toString(), broken);
    }
  }
}
