package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// All is well, and slow.
public final class EmulatedSlowly implements Foreign {

  @Override
  public String description() {
    return "arm is for another processor and runs on an emulator.";
  }

  @Override
  public void arrange(DockerHost host) {
    new ArmWebsite().arrange(host);
  }

  @Override
  public Symptom symptom() {
    return ArmWebsite.browsed(Outcome.CONNECTED);
  }

  @Override
  public String evidence() {
    return "ELF arm64";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("website");
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("arm");
    host.container("arm").image(Image.WEB).publish("8080:8080").serve(8080);
  }
}
