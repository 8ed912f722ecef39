package dockdiag.playbooks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.tree.Head;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTest {

  @Test
  void theFirstLineIsReadAsTheKernelReadsIt() {
    assertThat(script("#! \t/bin/sh  -e -x \t\nmore")).contains(new Script("/bin/sh", "-e -x"));
    assertThat(script("#!/bin/sh")).contains(new Script("/bin/sh", ""));
    assertThat(script("#!\n/bin/sh")).isEmpty();
    assertThat(script("\n#!/bin/sh")).isEmpty();
    assertThat(script("")).isEmpty();
  }

  @Test
  void aCarriageReturnBelongsToTheName() {
    assertThat(script("#!/bin/sh\r\n").map(Script::endsWithReturn)).contains(true);
    assertThat(script("#!/usr/bin/env bash\r\n").map(Script::endsWithReturn)).contains(true);
    assertThat(script("#!/bin/sh\necho\r\n").map(Script::endsWithReturn)).contains(false);
  }

  @Test
  void envIsAskedForOneProgram() {
    assertThat(script("#!/usr/bin/env python3").flatMap(Script::named)).contains("python3");
    assertThat(script("#!/usr/bin/env -S node --x").flatMap(Script::named)).contains("node");
    assertThat(script("#!/usr/bin/env A=b node").flatMap(Script::named)).isEmpty();
    assertThat(script("#!/bin/sh -e").flatMap(Script::named)).isEmpty();
  }

  private static Optional<Script> script(String text) {
    return Script.of(Head.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
