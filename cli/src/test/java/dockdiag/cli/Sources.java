package dockdiag.cli;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The project's own Java files, of every module, tests included.
final class Sources {

  private static final List<String> MODULES = List.of("probes", "playbooks", "testenv", "cli");

  /// @param where file and name, for messages
  /// @param lines from its first annotation to its closing brace; a text block counts as one
  record Method(String where, long lines) {}

  private Sources() {}

  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> below = Files.walk(Path.of("..", module, "src"))) {
        below.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files;
  }

  static List<Method> methods(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Method> methods = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, positions, methods).scan(unit, null);
      }
      return methods;
    }
  }

  private static final class Scanner extends TreeScanner<Long, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods;

    Scanner(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public Long visitMethod(MethodTree method, Void none) {
      Long blocks = super.visitMethod(method, null);
      String file = unit.getSourceFile().getName();
      long lines = breaks(method) + 1 - (blocks == null ? 0 : blocks);
      methods.add(new Method(file + ": " + method.getName(), lines));
      return blocks;
    }

    @Override
    public Long visitLiteral(LiteralTree literal, Void none) {
      return breaks(literal);
    }

    /// How many lines of text blocks there are in both.
    @Override
    public Long reduce(Long one, Long other) {
      return (one == null ? 0 : one) + (other == null ? 0 : other);
    }

    private long breaks(Tree tree) {
      LineMap lines = unit.getLineMap();
      long end = positions.getEndPosition(unit, tree);
      long start = positions.getStartPosition(unit, tree);
      return end < 0 ? 0 : lines.getLineNumber(end) - lines.getLineNumber(start);
    }
  }
}
