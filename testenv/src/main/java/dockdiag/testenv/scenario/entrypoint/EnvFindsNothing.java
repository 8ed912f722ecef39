package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;
import java.util.Optional;

/// The script asks env for a program that the image does not have.
public final class EnvFindsNothing implements Program {

  @Override
  public String description() {
    return "app starts a script that asks env for python3, which its image does not have.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("bad-interpreter");
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(
        host, "ln -s busybox bin/env", "sed -i '1s,/bin/sh,/bin/env python3,' entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "python3: missing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("entrypoint-crlf", "entrypoint-missing");
  }
}
