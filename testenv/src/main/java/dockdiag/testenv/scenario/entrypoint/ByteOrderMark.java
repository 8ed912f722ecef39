package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The script was saved as UTF-8 by an editor of Windows.
public final class ByteOrderMark implements Program {

  @Override
  public String description() {
    return "app starts a script with a byte order mark.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "printf '\\357\\273\\277#!/bin/sh\\necho hello\\n' > entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "\\xef\\xbb\\xbf#!/bin/sh";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("entrypoint-no-shebang", "no-emulator");
  }
}
