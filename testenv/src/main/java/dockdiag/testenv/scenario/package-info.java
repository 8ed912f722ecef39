/// Hosts by name, healthy or broken on purpose: one class each, listed in [Scenarios].
///
/// A new one is a class of 15 to 40 lines and a line in the list:
///
/// ```
/// /// The rule that translates the published port is gone.
/// public final class DnatRuleMissing implements Scenario {
///   @Override
///   public String description() {
///     return "Somebody flushed Docker's NAT rules; the published ports lead nowhere.";
///   }
///
///   @Override
///   public void arrange(DockerHost host) {
///     new Shop().arrange(host);
///     host.shell("iptables -t nat -F DOCKER");
///   }
///
///   @Override
///   public Symptom symptom() {
///     return Symptom.of(REFUSED, host -> host.fromOutside().tcp(ADDRESS, 3306));
///   }
/// }
/// ```
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario;
