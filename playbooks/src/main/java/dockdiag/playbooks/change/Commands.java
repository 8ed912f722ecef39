package dockdiag.playbooks.change;

import dockdiag.playbooks.CommandLine;
import dockdiag.probes.Probe;
import dockdiag.probes.Supposition;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The commands of a remedy, understood: what the host would be after them.
///
/// Understood are rules of iptables put in, taken out and changed, policies, rules of nft taken out
/// by their handle, and settings written by sysctl; on the host or, by `nsenter --target PID
/// --net`, in a container's network.
public final class Commands {

  private static final List<String> ENTER = List.of("nsenter", "--target");

  private Commands() {}

  /// What they suppose, one after the other; empty where one is not understood.
  public static Optional<Supposition> supposed(List<String> commands) {
    List<Supposition> all = new ArrayList<>();
    for (String command : commands) {
      Optional<List<Supposition>> one = CommandLine.words(command).flatMap(Commands::read);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(one.get());
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(new All(List.copyOf(all)));
  }

  /// Whether rules are taken away by them, or policies changed.
  static boolean takeAway(List<String> commands) {
    return supposed(commands)
        .filter(all -> all instanceof All(var ones) && ones.stream().anyMatch(Commands::takesAway))
        .isPresent();
  }

  private static boolean takesAway(Supposition one) {
    return one instanceof RuleChange change
        && !(change.edit() instanceof Edit.Insert || change.edit() instanceof Edit.Append);
  }

  private record All(List<Supposition> suppositions) implements Supposition {
    @Override
    public <F> F of(Probe<F> probe, F fact) throws Unobservable {
      F after = fact;
      for (Supposition one : suppositions) {
        after = one.of(probe, after);
      }
      return after;
    }
  }

  private static Optional<List<Supposition>> read(List<String> words) {
    try {
      if (words.size() > 4 && words.subList(0, 2).equals(ENTER) && words.get(3).equals("--net")) {
        Target target = new Target(OptionalInt.of(Integer.parseInt(words.get(2))));
        return Optional.of(read(target, words.subList(4, words.size())));
      }
      return Optional.of(read(Target.HOST, words));
    } catch (IllegalArgumentException | Unobservable notUnderstood) {
      return Optional.empty();
    }
  }

  private static List<Supposition> read(Target target, List<String> words) throws Unobservable {
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "sysctl" -> settings(target, words);
      case "nft" -> List.of(NftCommand.read(target, words));
      default -> List.of(IptablesCommand.read(target, words));
    };
  }

  /// `sysctl -w NAME=VALUE …`.
  private static List<Supposition> settings(Target target, List<String> words) {
    List<Supposition> all = new ArrayList<>();
    if (words.size() < 3 || !words.get(1).equals("-w")) {
      throw new IllegalArgumentException("not written: " + words);
    }
    for (String setting : words.subList(2, words.size())) {
      String[] parts = setting.split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("no value: " + setting);
      }
      all.add(new SettingChange(target, SettingChange.slashed(parts[0]), parts[1]));
    }
    return all;
  }
}
