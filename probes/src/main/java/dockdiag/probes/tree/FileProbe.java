package dockdiag.probes.tree;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.tree.TreeFile.Content;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file and, where it is a link, what it leads to, never outside of its own tree.
public record FileProbe(Tree tree, String path) implements Probe<Located> {

  private static final int MOST_LINKS = 40; // MAXSYMLINKS, linux/namei.h
  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})|([^\\\\])");

  @Override
  public Located observe(Host host) throws Unobservable {
    List<String> paths = new ArrayList<>(List.of(path));
    Optional<TreeFile> file = file(host, path);
    while (file.isPresent() && file.get().content() instanceof TreeFile.Link(String target)) {
      if (paths.size() > MOST_LINKS) {
        return new Located(paths, Optional.empty());
      }
      paths.add(beside(paths.getLast(), target));
      file = file(host, paths.getLast());
    }
    return new Located(paths, file);
  }

  @Override
  public String source() {
    return tree instanceof Tree.OfHost ? path : path + " in " + tree;
  }

  @Override
  public String byHand() {
    return switch (tree) {
      case Tree.OfHost _ -> "stat " + path;
      case Tree.OfContainer(String name) -> "docker cp -L %s:%s - | tar -tv".formatted(name, path);
      case Tree.OfImage(String name) ->
          "docker cp -L $(docker create %s):%s - | tar -tv".formatted(name, path);
    };
  }

  private Optional<TreeFile> file(Host host, String at) throws Unobservable {
    String answer = host.ask(new Request.Peek(tree, at)).body();
    Map<String, String> fields = new HashMap<>();
    for (String line : answer.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw Unobservable.notUnderstood(at, line);
      }
      fields.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return read(fields, at);
  }

  private static Optional<TreeFile> read(Map<String, String> fields, String at)
      throws Unobservable {
    String type = fields.getOrDefault("type", "");
    if (type.equals("missing")) {
      return Optional.empty();
    }
    String[] owner = fields.getOrDefault("owner", "").split(":", 2);
    try {
      return Optional.of(
          new TreeFile(
              Integer.parseInt(fields.getOrDefault("mode", ""), 8),
              Long.parseLong(owner[0]),
              Long.parseLong(owner[owner.length - 1]),
              content(type, fields, at)));
    } catch (IllegalArgumentException notSo) {
      throw Unobservable.notUnderstood(at, fields.toString());
    }
  }

  private static Content content(String type, Map<String, String> fields, String at)
      throws Unobservable {
    return switch (type) {
      case "folder" -> new TreeFile.Folder();
      case "other" -> new TreeFile.Other();
      case "link" -> new TreeFile.Link(unescaped(fields.getOrDefault("link", "")).text());
      case "file" -> {
        String elf = fields.getOrDefault("elf", "");
        if (!elf.isEmpty()) {
          yield new TreeFile.Program(Head.of(Base64.getDecoder().decode(elf)));
        }
        Head text = unescaped(fields.getOrDefault("text", ""));
        yield text.hex().isEmpty() ? new TreeFile.Empty() : new TreeFile.Text(text);
      }
      default -> throw Unobservable.notUnderstood(at, "type: " + type);
    };
  }

  private static Head unescaped(String text) {
    StringBuilder hex = new StringBuilder();
    Matcher matcher = ESCAPE.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      hex.append(
          matcher.group(1) != null
              ? matcher.group(1)
              : "%02x".formatted((int) matcher.group(2).charAt(0)));
    }
    if (end != text.length()) {
      throw new IllegalArgumentException(text);
    }
    return new Head(hex.toString());
  }

  private static String beside(String link, String target) {
    return target.startsWith("/") ? target : link.substring(0, link.lastIndexOf('/') + 1) + target;
  }
}
