/// Hosts, healthy or broken on purpose: one class each, in the package of its subject and in the
/// list of [dockdiag.testenv.catalogue.Scenarios].
///
/// A new one is a class of 15 to 40 lines and a line in the list:
///
/// ```
/// /// Up, published, and busy with something else.
/// public final class NoListener implements BrokenWebsite {
///   @Override
///   public String description() {
///     return "web runs and listens on nothing.";
///   }
///
///   @Override
///   public void arrange(DockerHost host) {
///     Website.web(host).command("sleep", "infinity").start();
///   }
///
///   @Override
///   public String evidence() {
///     return "listening: nothing";
///   }
///
///   @Override
///   public List<String> lookAlikes() {
///     return List.of("published-wrong-container-port", "listener-on-loopback");
///   }
/// }
/// ```
///
/// The tests of the module cli break a real engine that way, see the symptom with a real packet,
/// diagnose it, mend it, and diagnose it again.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario;
