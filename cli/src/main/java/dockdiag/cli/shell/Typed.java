package dockdiag.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A command line by what its words are, whether it is complete or not.
///
/// @param command whose line it is; empty where the first word names none
/// @param parts as many as there are words
/// @param awaiting the option whose value comes next
record Typed(Optional<CommandLine> command, List<Part> parts, Optional<OptionSpec> awaiting) {

  private static final String END_OF_OPTIONS = "--";

  /// What a word is.
  enum Role {
    COMMAND,
    OPTION,
    VALUE,
    POSITIONAL,
    WRONG
  }

  /// @param means what the word is a name or a value of; empty of commands and of what is wrong
  record Part(String word, Role role, Optional<ArgSpec> means) {}

  /// @param shell its subcommands are the commands
  static Typed of(CommandLine shell, List<String> words) {
    if (words.isEmpty()) {
      return new Typed(Optional.empty(), List.of(), Optional.empty());
    }
    Map<String, CommandLine> commands = shell.getSubcommands();
    Optional<CommandLine> command = Optional.ofNullable(commands.get(words.getFirst()));
    Role role = command.isPresent() ? Role.COMMAND : Role.WRONG;
    List<Part> parts = new ArrayList<>(List.of(part(words.getFirst(), role)));
    Optional<OptionSpec> awaiting = Optional.empty();
    for (String word : words.subList(1, words.size())) {
      Part part = awaiting.isPresent() ? value(word, awaiting.get()) : next(word, command, parts);
      awaiting =
          part.means()
              .filter(_ -> part.role() == Role.OPTION && word.indexOf('=') < 0)
              .map(OptionSpec.class::cast)
              .filter(option -> option.arity().min() > 0);
      parts.add(part);
    }
    return new Typed(command, List.copyOf(parts), awaiting);
  }

  /// The words that are no options and no values of such.
  List<String> positionals() {
    return positionals(parts);
  }

  /// What the next word that is no option stands for; empty where none is taken any more.
  Optional<PositionalParamSpec> expected() {
    return command.flatMap(one -> positional(one, positionals().size()));
  }

  private static List<String> positionals(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.role() == Role.POSITIONAL)
        .filter(part -> part.means().isPresent())
        .map(Part::word)
        .toList();
  }

  private static Part next(String word, Optional<CommandLine> command, List<Part> before) {
    if (command.isEmpty()) {
      return part(word, Role.POSITIONAL);
    }
    int given = positionals(before).size();
    boolean noOption =
        before.stream().anyMatch(part -> part.word().equals(END_OF_OPTIONS))
            || (command.get().isStopAtPositional() && given > 0);
    if (!noOption && word.equals(END_OF_OPTIONS)) {
      return part(word, Role.OPTION);
    }
    if (!noOption && word.startsWith("-") && word.length() > 1) {
      String name = word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('='));
      Optional<ArgSpec> option =
          Optional.ofNullable(command.get().getCommandSpec().findOption(name));
      return new Part(word, option.isPresent() ? Role.OPTION : Role.WRONG, option);
    }
    Optional<ArgSpec> means = positional(command.get(), given).map(ArgSpec.class::cast);
    return new Part(word, means.isPresent() ? Role.POSITIONAL : Role.WRONG, means);
  }

  private static Optional<PositionalParamSpec> positional(CommandLine command, int number) {
    return command.getCommandSpec().positionalParameters().stream()
        .filter(one -> one.index().contains(number))
        .findFirst();
  }

  private static Part value(String word, OptionSpec option) {
    return new Part(word, Role.VALUE, Optional.of(option));
  }

  private static Part part(String word, Role role) {
    return new Part(word, role, Optional.empty());
  }
}
