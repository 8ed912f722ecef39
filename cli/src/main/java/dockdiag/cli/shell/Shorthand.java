package dockdiag.cli.shell;

import dockdiag.cli.command.Told;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Reach;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What may be left out in the shell, put in: the container that is in use, the diagnosis that was
/// found last, the client of the last report.
///
/// @param inUse the container that `use` has named
/// @param last the last report
record Shorthand(Optional<String> inUse, Optional<Told> last) {

  /// The words as the command line would have them.
  ///
  /// @throws Stop where nothing is known that could be put in
  List<String> inFull(List<String> words, CommandLine shell) {
    List<String> given = Typed.of(shell, words).positionals();
    String command = words.getFirst();
    if (given.isEmpty() && Set.of("explain", "why").contains(command)) {
      return with(words, cause());
    }
    if (command.equals("trace") && words.size() == 1) {
      throw new Stop(ExitCode.USAGE, rows());
    }
    if (command.equals("trace") && given.size() == 1 && isNumber(given.getFirst())) {
      return row(words, given.getFirst());
    }
    return isLeftOut(words, given, shell) ? with(words, inUse) : words;
  }

  /// Whether the line lacks the container that its command wants first.
  private static boolean isLeftOut(List<String> words, List<String> given, CommandLine shell) {
    List<String> labels =
        Optional.ofNullable(shell.getSubcommands().get(words.getFirst()))
            .map(command -> command.getCommandSpec().positionalParameters())
            .orElse(List.of())
            .stream()
            .map(PositionalParamSpec::paramLabel)
            .toList();
    boolean wants =
        !labels.isEmpty()
            && !words.getFirst().equals("use")
            && (labels.getFirst().startsWith("CONTAINER") || labels.getFirst().equals("FROM"));
    if (!wants || given.size() >= labels.size()) {
      return false;
    }
    // another container may be meant by a word that is no port
    return given.isEmpty()
        || !labels.getLast().startsWith("PORT")
        || Port.parse(given.getFirst()).isPresent();
  }

  /// What the container is asked for stands behind its name.
  private static List<String> with(List<String> words, Optional<String> second) {
    List<String> full = new ArrayList<>(words);
    second.ifPresent(word -> full.add(1, word));
    return full;
  }

  private Optional<String> cause() {
    return last.flatMap(told -> told.report().diagnosis().found().stream().findFirst())
        .map(Diagnosed::slug);
  }

  private static boolean isNumber(String word) {
    return word.matches("[1-9][0-9]{0,3}");
  }

  private List<Reach> clients() {
    return last.map(told -> told.report().diagnosis().reach()).orElse(List.of());
  }

  private String rows() {
    return clients().isEmpty()
        ? Texts.say("shell.no.rows")
        : Texts.say("shell.rows", clients().size());
  }

  private List<String> row(List<String> words, String typed) {
    if (last.filter(told -> told.session().recorder().isEmpty()).isPresent()) {
      throw new Stop(ExitCode.USAGE, Texts.say("shell.recorded"));
    }
    int number = Integer.parseInt(typed);
    if (number > clients().size()) {
      throw new Stop(ExitCode.USAGE, rows());
    }
    Reach row = clients().get(number - 1);
    String to = row.to() + "/" + row.protocol();
    String from =
        switch (row.from()) {
          case "outside" -> "outside";
          case "host", "host-loopback", "host-address" -> "host";
          case "container" -> String.valueOf(row.subject().parts().get("container"));
          default -> throw new Stop(ExitCode.USAGE, Texts.say("shell.client", to));
        };
    List<String> full = new ArrayList<>(words);
    int place = full.indexOf(typed);
    full.set(place, from);
    full.add(place + 1, to);
    return full;
  }

  /// The clients of the last report by number: what `trace` takes.
  List<String> numbered() {
    return clients().stream().map(row -> row.from() + " → " + row.to()).toList();
  }
}
