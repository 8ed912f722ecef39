package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.entrypoint.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program of Debian whose header asks for a level of x86-64 that no processor has yet; glibc
/// refuses to start it for real, on whatever processor the lab runs.
public final class CpuLevelTooLow implements Program {

  /// GNU_PROPERTY_X86_ISA_1_NEEDED, four bytes long: the baseline, and instead of it a fifth level.
  private static final String BASELINE = "\u0002\u0080\0\u00c0\u0004\0\0\0\u0001";

  private static final String FIFTH = "\u0002\u0080\0\u00c0\u0004\0\0\0\u0010";

  @Override
  public String description() {
    return "app starts a program that is made for a newer processor than the host's.";
  }

  @Override
  public void arrange(DockerHost host) {
    newer(host.path("/usr/bin/bash"), host.path("/opt/newer"));
    Program.make(
        host,
        "cp /opt/newer entrypoint.sh; chmod 755 entrypoint.sh; mkdir lib lib64",
        "cp /lib64/ld-linux-x86-64.so.2 lib64/",
        "cp /lib/x86_64-linux-gnu/libc.so.6 /lib/x86_64-linux-gnu/libtinfo.so.6 lib/");
  }

  @Override
  public String evidence() {
    return "CPU ISA level is lower than required";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("loader-missing", "entrypoint-missing", "image-mislabelled");
  }

  private static void newer(Path program, Path copy) {
    try {
      String bytes = Files.readString(program, StandardCharsets.ISO_8859_1);
      Files.writeString(copy, bytes.replace(BASELINE, FIFTH), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
