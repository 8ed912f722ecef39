package dockdiag.cli.shell;

import dockdiag.cli.command.Work;
import dockdiag.cli.session.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Makes commands that the shell alone has; they end with 0.
record Own(Work work) {

  /// One that takes nothing.
  CommandLine alone(String name, Runnable action) {
    return named(name, CommandSpec.wrapWithoutInspection(callable(action)));
  }

  /// One that takes at most one word.
  CommandLine taking(String name, String label, Consumer<Optional<String>> action) {
    PositionalParamSpec word =
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel(label)
            .description(Texts.say("shell.parameter." + label))
            .build();
    Runnable taking = () -> action.accept(Optional.ofNullable(word.getValue()));
    return named(name, CommandSpec.wrapWithoutInspection(callable(taking)).addPositional(word));
  }

  private static CommandLine named(String name, CommandSpec spec) {
    spec.name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(Texts.say("shell." + name));
    return new CommandLine(spec);
  }

  private static Callable<Integer> callable(Runnable action) {
    return () -> {
      action.run();
      return 0;
    };
  }
}
