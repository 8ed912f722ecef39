package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The handlers of binfmt_misc as `/proc/sys/fs/binfmt_misc` shows them.
public record BinfmtProbe() implements Probe<Binfmt> {

  private static final String FOLDER = "/proc/sys/fs/binfmt_misc";
  private static final int MOST_HANDLERS = 1000;

  @Override
  public Binfmt observe(Host host) throws Unobservable {
    List<String> names = names(host);
    if (!names.contains("status")) {
      return new Binfmt(Binfmt.State.NOT_MOUNTED, List.of());
    }
    boolean enabled = read(host, "status").strip().equals("enabled");
    List<BinfmtHandler> handlers = new ArrayList<>();
    for (String name : names) {
      if (!name.equals("status") && !name.equals("register") && handlers.size() < MOST_HANDLERS) {
        handlers.add(handler(name, read(host, name)));
      }
    }
    return new Binfmt(enabled ? Binfmt.State.ENABLED : Binfmt.State.DISABLED, handlers);
  }

  @Override
  public String source() {
    return FOLDER;
  }

  @Override
  public String byHand() {
    return "head -n 9 " + FOLDER + "/*";
  }

  /// The folder is the kernel's; without CONFIG_BINFMT_MISC there is none.
  private static List<String> names(Host host) throws Unobservable {
    try {
      return host.ask(new Request.ListNames(Namespace.HOST, FOLDER)).body().lines().toList();
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return List.of();
      }
      throw absent;
    }
  }

  private static String read(Host host, String name) throws Unobservable {
    return host.ask(new Request.ReadFile(Namespace.HOST, FOLDER + "/" + name)).body();
  }

  private static BinfmtHandler handler(String name, String text) throws Unobservable {
    Map<String, String> fields = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", 2);
      fields.put(words[0], words.length < 2 ? "" : words[1].strip());
    }
    String magic = fields.getOrDefault("magic", "");
    String mask = fields.getOrDefault("mask", "");
    String offset = fields.getOrDefault("offset", "0");
    String interpreter = fields.getOrDefault("interpreter", "");
    boolean understood =
        !interpreter.isEmpty()
            && magic.matches("([0-9a-f]{2}){0,256}")
            && mask.matches("([0-9a-f]{2}){0,256}")
            && offset.matches("[0-9]{1,3}");
    if (!understood) {
      throw Unobservable.notUnderstood(FOLDER + "/" + name, text);
    }
    return new BinfmtHandler(
        name,
        fields.containsKey("enabled"),
        interpreter,
        fields.getOrDefault("flags:", ""),
        Integer.parseInt(offset),
        magic,
        mask,
        Optional.ofNullable(fields.get("extension")).map(one -> one.replaceFirst("^\\.", "")));
  }
}
