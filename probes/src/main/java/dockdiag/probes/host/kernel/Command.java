package dockdiag.probes.host.kernel;

import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// One run of a command: no shell, no input, no inherited environment, killed when interrupted.
public final class Command {

  private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int MOST_BYTES = 64 << 20;
  private static final int NOT_FOUND = 127;

  private final Place place;
  private final List<String> argv;

  private Command(Place place, List<String> argv) {
    this.place = place;
    this.argv = argv;
  }

  /// Runs it on this thread, which must be an [OwnThread].
  ///
  /// @throws Unobservable TOOL_MISSING where there is no such command
  public static Response run(Place place, List<String> argv)
      throws Unobservable, IOException, InterruptedException {
    return new Command(place, argv).run();
  }

  private Response run() throws Unobservable, IOException, InterruptedException {
    List<String> words = words();
    if (place.mounts().isEmpty()) {
      place.enter();
    }
    Process process = start(words);
    try {
      // both on threads of their own: this one waits where an interrupt reaches it
      FutureTask<String> output = reading(process.getInputStream());
      FutureTask<String> errors = reading(process.getErrorStream());
      return response(process.waitFor(), output.get(), errors.get());
    } catch (ExecutionException failed) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, argv.getFirst() + ": " + failed.getCause());
    } finally {
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private Response response(int status, String output, String errors) throws Unobservable {
    if (status == NOT_FOUND && place.mounts().isPresent() && errors.startsWith("nsenter:")) {
      throw missing();
    }
    if (status != 0
        && errors.startsWith("nsenter:")
        && errors.matches("(?s).*(denied|permitted).*")) {
      throw Failure.forbidden(argv.getFirst());
    }
    String body = errors.isEmpty() ? output : output + "--\n" + errors;
    return new Response(status, body, 0);
  }

  // a command of the engine's own file system: it matches the engine's kernel tools and files
  private List<String> words() throws Unobservable {
    List<String> words = new ArrayList<>();
    if (place.mounts().isPresent()) {
      if (place.network() == Place.Network.CLOSED) {
        throw new Unobservable(
            Reason.PASSIVE, argv.getFirst() + ": the engine's namespaces are not entered");
      }
      String target = String.valueOf(place.mounts().getAsInt());
      words.addAll(List.of(found("nsenter", ""), "--target", target));
      words.addAll(List.of("--mount", "--net=" + place.netns(), "--pid", "--"));
      found(argv.getFirst(), place.root());
      words.add(argv.getFirst());
    } else {
      words.add(found(argv.getFirst(), ""));
    }
    words.addAll(argv.subList(1, argv.size()));
    return words;
  }

  private String found(String name, String root) throws Unobservable {
    if (name.startsWith("/")) {
      return name;
    }
    if (!Files.exists(Path.of(root + "/"))) {
      throw Failure.forbidden(name); // who may not look there cannot say that it is missing
    }
    return Stream.of(PATH.split(":"))
        .map(directory -> directory + "/" + name)
        .filter(path -> Files.exists(Path.of(root + path), LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .orElseThrow(this::missing);
  }

  private Unobservable missing() {
    return new Unobservable(
        Reason.TOOL_MISSING, argv.getFirst() + ": not installed where the engine runs");
  }

  private static Process start(List<String> words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("PATH", PATH);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return builder.start();
  }

  private static FutureTask<String> reading(InputStream stream) {
    FutureTask<String> text = new FutureTask<>(() -> read(stream));
    Thread.ofPlatform().daemon().start(text);
    return text;
  }

  private static String read(InputStream stream) throws IOException, Unobservable {
    try (InputStream in = stream) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Unobservable(Reason.NOT_UNDERSTOOD, "more than 64 MiB of output");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
