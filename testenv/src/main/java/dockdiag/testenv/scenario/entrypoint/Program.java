package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;

/// A container `app` that is to start `/entrypoint.sh` of the image `lab/program:1`, which has
/// busybox beside it and nothing else; made right, it says hello and ends.
public interface Program extends Scenario {

  /// Makes the image, its files as these lines of shell leave them, and tries to start `app`.
  static void make(DockerHost host, String... lines) {
    host.shell(
        """
        rm -rf /opt/program; mkdir -p /opt/program/bin; cd /opt/program
        cp /usr/bin/busybox bin/busybox; ln -s busybox bin/sh
        printf '#!/bin/sh\\necho hello\\n' > entrypoint.sh; chmod 755 entrypoint.sh
        %s
        tar -c . | docker import --change 'ENTRYPOINT ["/entrypoint.sh"]' - lab/program:1
        docker rm --force app > /dev/null 2>&1
        docker run --name app lab/program:1 || true
        """
            .formatted(String.join("\n", lines)));
  }

  @Override
  default Symptom symptom() {
    return Symptom.fails("docker", "run", "--rm", "lab/program:1");
  }

  @Override
  default String command() {
    return "platform app";
  }

  @Override
  default void mend(DockerHost host) {
    make(host);
  }
}
