package dockdiag.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What lets a shell complete the words of dockdiag's command lines.
@Command(
    name = "completion",
    description = "what lets bash, zsh or fish complete dockdiag's words",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  source <(dockdiag completion bash)       in ~/.bashrc",
      "  source <(dockdiag completion zsh)        in ~/.zshrc, behind compinit",
      "  dockdiag completion fish > ~/.config/fish/completions/dockdiag.fish"
    })
public final class CompletionCommand implements Callable<Integer> {

  /// A shell of the host.
  public enum HostShell {
    /// GNU's.
    bash,
    /// It takes bash's.
    zsh,
    /// Another language.
    fish
  }

  private static final String NAME = "dockdiag";
  private static final String NAMES = "docker ps --all --format '{{.Names}}' 2>/dev/null";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "one of ${COMPLETION-CANDIDATES}")
  private HostShell shell = HostShell.bash;

  private final Work work;

  /// Carried out with this.
  public CompletionCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    CommandLine all = spec.root().commandLine();
    work.streams().out().print(shell == HostShell.fish ? fish(all) : bash(all));
    work.streams().out().flush();
    return 0;
  }

  /// Picocli's, and the names of containers, which it cannot know.
  private static String bash(CommandLine all) {
    String known = AutoComplete.bash(NAME, all);
    return known
        + """

        function _dockdiag_with_names() {
          _complete_%1$s
          case "${COMP_WORDS[1]}" in
            %2$s)
              local current=${COMP_WORDS[COMP_CWORD]}
              if [[ "$current" != -* ]]; then
                COMPREPLY+=( $(compgen -W "$(%3$s)" -- "$current") )
              fi
              ;;
          esac
        }
        complete -F _dockdiag_with_names -o default %1$s
        """
            .formatted(NAME, String.join("|", named(all)), NAMES);
  }

  private static String fish(CommandLine all) {
    List<String> lines = new ArrayList<>(List.of("complete -c " + NAME + " -f"));
    all.getSubcommands()
        .forEach(
            (name, command) -> {
              String about = first(command.getCommandSpec().usageMessage().description());
              lines.add(line("__fish_use_subcommand", "-a " + name, about));
              command.getCommandSpec().options().stream()
                  .map(option -> option(name, option))
                  .forEach(lines::add);
            });
    String any = "__fish_seen_subcommand_from " + String.join(" ", named(all));
    lines.add("complete -c " + NAME + " -n '" + any + "' -a \"(" + NAMES + ")\"");
    return String.join("\n", lines) + "\n";
  }

  private static String option(String command, OptionSpec option) {
    String name = "-l " + option.longestName().substring(2);
    String values =
        option.completionCandidates() == null
            ? " -r -F"
            : StreamSupport.stream(option.completionCandidates().spliterator(), false)
                .collect(Collectors.joining(" ", " -x -a '", "'"));
    String taking = option.arity().min() > 0 ? name + values : name;
    return line("__fish_seen_subcommand_from " + command, taking, first(option.description()));
  }

  private static String line(String condition, String what, String about) {
    return "complete -c %s -n '%s' %s -d '%s'"
        .formatted(NAME, condition, what, about.replace("'", "\\'"));
  }

  /// The commands that take a container.
  private static List<String> named(CommandLine all) {
    return all.getSubcommands().entrySet().stream()
        .filter(
            one ->
                one.getValue().getCommandSpec().positionalParameters().stream()
                    .map(PositionalParamSpec::paramLabel)
                    .anyMatch(label -> label.startsWith("CONTAINER") || label.equals("FROM")))
        .map(one -> one.getKey())
        .toList();
  }

  private static String first(String... lines) {
    return lines.length == 0 ? "" : lines[0];
  }
}
