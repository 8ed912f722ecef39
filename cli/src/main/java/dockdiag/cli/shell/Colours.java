package dockdiag.cli.shell;

import dockdiag.cli.shell.Typed.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.docker.ContainersProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import picocli.CommandLine;

/// Shows while a line is typed what is right and what is wrong in it. The engine is not asked for
/// that: of containers, those count that are known already.
final class Colours implements Highlighter {

  private static final AttributedStyle RIGHT = AttributedStyle.BOLD;
  private static final AttributedStyle OPTION =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle WRONG =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

  private final Shell shell;

  Colours(Shell shell) {
    this.shell = shell;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder shown = new AttributedStringBuilder();
    if (buffer.isBlank() || buffer.lines().count() > 1) {
      return shown.append(buffer).toAttributedString();
    }
    CommandLine model = shell.model();
    int end = 0;
    for (Part part : Typed.of(model, List.of(buffer.strip().split("\\s+"))).parts()) {
      int start = buffer.indexOf(part.word(), end);
      shown.append(buffer.substring(end, start)).styled(style(part, model), part.word());
      end = start + part.word().length();
    }
    return shown.append(buffer.substring(end)).toAttributedString();
  }

  private AttributedStyle style(Part part, CommandLine model) {
    return switch (part.role()) {
      case COMMAND -> RIGHT;
      case OPTION -> OPTION;
      case VALUE -> AttributedStyle.DEFAULT;
      case POSITIONAL -> isUnknown(part) ? WRONG : AttributedStyle.DEFAULT;
      case WRONG -> isBegun(part, model) ? AttributedStyle.DEFAULT : WRONG;
    };
  }

  /// Whether it may still become right: more may be typed.
  private static boolean isBegun(Part part, CommandLine model) {
    return part.word().startsWith("-")
        || part.word().startsWith("!")
        || part.word().startsWith("#")
        || model.getSubcommands().keySet().stream().anyMatch(name -> name.startsWith(part.word()));
  }

  private boolean isUnknown(Part part) {
    Optional<Set<String>> known =
        part.means().map(means -> means.paramLabel()).filter(Names::isClosed).flatMap(this::names);
    return known
        .filter(all -> all.stream().noneMatch(one -> one.startsWith(part.word())))
        .isPresent();
  }

  private Optional<Set<String>> names(String label) {
    Optional<Facts> facts = shell.kept().latest().map(session -> session.facts());
    return facts
        .filter(one -> label.equals("ID") || one.micros(new ContainersProbe()) > 0)
        .map(one -> new Names(one).of(label, "").keySet());
  }
}
