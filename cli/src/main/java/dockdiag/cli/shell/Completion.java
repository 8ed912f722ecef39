package dockdiag.cli.shell;

import dockdiag.cli.command.DiagnosisOptions;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What may stand where the cursor is, with a word about each: commands, options and their values,
/// and what the engine has of containers, networks and images.
final class Completion implements Completer {

  private static final Set<String> FILES = Set.of("FILE", "BUNDLE");

  private final Shell shell;
  private final Streams streams;

  Completion(Shell shell, Streams streams) {
    this.shell = shell;
    this.streams = streams;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    CommandLine model = shell.model();
    List<String> before = line.words().subList(0, line.wordIndex());
    Typed typed = Typed.of(model, before);
    words(typed, line.word(), model)
        .forEach((word, about) -> candidates.add(candidate(word, about)));
    if (isFile(typed)) {
      FileNames.like(line.word()).forEach(name -> candidates.add(file(name)));
    }
  }

  private static boolean isFile(Typed typed) {
    Optional<? extends ArgSpec> next =
        typed.awaiting().isPresent() ? typed.awaiting() : typed.expected();
    return next.map(ArgSpec::paramLabel).filter(FILES::contains).isPresent();
  }

  /// Behind a folder more is typed.
  private static Candidate file(String name) {
    return new Candidate(name, name, null, null, null, null, !name.endsWith("/"));
  }

  private Map<String, String> words(Typed typed, String word, CommandLine model) {
    if (typed.parts().isEmpty()) {
      return commands(model);
    }
    if (typed.awaiting().isPresent()) {
      return values(typed.awaiting().get(), typed);
    }
    if (word.startsWith("-")) {
      return typed.command().map(Completion::options).orElse(Map.of());
    }
    return positional(typed, model);
  }

  private Map<String, String> positional(Typed typed, CommandLine model) {
    Map<String, String> words = new LinkedHashMap<>();
    Optional<PositionalParamSpec> expected = typed.expected();
    expected.ifPresent(one -> words.putAll(values(one, typed)));
    if (expected.isPresent() && expected.get().paramLabel().equals("COMMAND")) {
      words.putAll(commands(model));
    }
    // where the container is left out, what stands behind it may come first
    if (shell.inUse().isPresent() && typed.positionals().isEmpty()) {
      typed.command().stream()
          .flatMap(command -> command.getCommandSpec().positionalParameters().stream())
          .skip(1)
          .forEach(one -> words.putAll(values(one, typed)));
    }
    if (typed.command().filter(one -> one.getCommandName().equals("trace")).isPresent()
        && typed.positionals().isEmpty()) {
      List<String> clients = shell.clients();
      for (int i = 0; i < clients.size(); i++) {
        words.put(Integer.toString(i + 1), clients.get(i));
      }
    }
    return words;
  }

  private Map<String, String> values(ArgSpec means, Typed typed) {
    if (means.completionCandidates() != null) {
      Map<String, String> words = new LinkedHashMap<>();
      means.completionCandidates().forEach(one -> words.put(one, ""));
      return words;
    }
    String container = typed.positionals().stream().findFirst().or(shell::inUse).orElse("");
    return names().of(means.paramLabel(), container);
  }

  private Names names() {
    DiagnosisOptions usual = new DiagnosisOptions();
    Session session =
        shell.kept().session(usual.live(streams.environment()), usual.secrets(), List.of());
    return new Names(session.facts());
  }

  private static Map<String, String> commands(CommandLine model) {
    Map<String, String> words = new LinkedHashMap<>();
    model
        .getSubcommands()
        .forEach(
            (name, command) ->
                words.put(name, first(command.getCommandSpec().usageMessage().description())));
    return words;
  }

  private static Map<String, String> options(CommandLine command) {
    Map<String, String> words = new LinkedHashMap<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      words.put(option.longestName(), first(option.description()));
    }
    return words;
  }

  private static String first(String... lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static Candidate candidate(String word, String about) {
    return new Candidate(word, word, null, about.isEmpty() ? null : about, null, null, true);
  }
}
