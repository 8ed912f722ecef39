package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// A program of Debian in an image without its loader.
public final class LoaderMissing implements Program {

  @Override
  public String description() {
    return "app starts a program that is linked dynamically, and its image has no loader.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "cp /usr/bin/bash entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "PT_INTERP /lib64/ld-linux-x86-64.so.2";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("bad-interpreter", "entrypoint-crlf", "entrypoint-missing");
  }
}
