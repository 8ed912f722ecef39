package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Extra;
import java.util.List;

/// A program of arm64 in an image that says amd64.
public final class ImageMislabelled implements Program {

  @Override
  public String description() {
    return "The image of app says that it is for this processor, its program is for another.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.install(Extra.ARM64_BUSYBOX, "/opt/arm");
    Program.make(host, "cp /opt/arm/bin/busybox bin/busybox");
  }

  @Override
  public String evidence() {
    return "ELF arm64";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-emulator", "binfmt-not-mounted", "entrypoint-no-shebang");
  }
}
