/// Patients: healthy and broken Docker hosts with real engines, for tests and for people.
///
/// A test asks for a host and gets one of its own, which is taken away after it:
///
/// ```
/// @DockerHostTest
/// class PublishedPortTest {
///   @Test
///   void answersFromOutside(DockerHost host) {
///     host.container("web").publish("8080:80").command("httpd", "-f", "-p", "80").start();
///     assertThat(host.fromOutside().awaitTcp(DockerHost.ADDRESS, 8080).connected()).isTrue();
///   }
/// }
/// ```
///
/// Who writes the host's rules is a [dockdiag.testenv.PacketFilter]: the engine by iptables-nft or
/// by iptables-legacy, Docker 29's nftables backend, or the engine with firewalld or ufw beside it:
/// `DockerHost.on(suite).filter(FIREWALLD)`, `@DockerHostTest(filter = UFW)`.
///
/// It needs Linux, root, and Debian's apt with its archive within reach; without them the test is
/// skipped with the reason, and fails where the environment says `CI=true`. Engines and images are
/// made from Debian packages once and kept, see [dockdiag.testenv.debian.LabFolder].
@org.jspecify.annotations.NullMarked
package dockdiag.testenv;
