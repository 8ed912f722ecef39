package dockdiag.testenv;

import dockdiag.testenv.debian.Suite;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a test class: its methods may take a [DockerHost] of their own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerHostExtension.class)
public @interface DockerHostTest {

  /// Which engine.
  Suite suite() default Suite.BOOKWORM;

  /// Who writes the rules.
  PacketFilter filter() default PacketFilter.IPTABLES_NFT;

  /// Whether the methods of the class share one host.
  boolean shared() default false;

  /// More of dockerd's arguments.
  String[] dockerd() default {};
}
