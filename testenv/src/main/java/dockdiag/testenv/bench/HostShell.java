package dockdiag.testenv.bench;

import dockdiag.testenv.DockerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A shell of this machine whose `docker`, `on-host` and `outside` mean a lab host.
record HostShell(DockerHost host) {

  /// Runs the command, or an interactive shell for none, and answers its status.
  int run(List<String> command) throws IOException, InterruptedException {
    Path commands = Files.createDirectories(host.socket().resolveSibling("bin"));
    script(commands.resolve("docker"), host.inside("docker").words());
    script(commands.resolve("on-host"), host.inside().words());
    script(commands.resolve("outside"), host.outside().words());
    Process shell = start(command, commands);
    Thread hook = new Thread(shell::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    return shell.waitFor();
  }

  private Process start(List<String> command, Path commands) throws IOException {
    String shell = System.getenv().getOrDefault("SHELL", "/bin/sh");
    ProcessBuilder builder =
        new ProcessBuilder(command.isEmpty() ? List.of(shell) : command).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("DOCKER_HOST", "unix://" + host.socket());
    environment.merge("PATH", commands.toString(), (path, ours) -> ours + ":" + path);
    // The caller's own settings would lead the docker command elsewhere.
    List.of("DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH").forEach(environment::remove);
    return builder.start();
  }

  private static void script(Path file, List<String> words) throws IOException {
    String line =
        words.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    Files.writeString(file, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
