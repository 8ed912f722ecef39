package dockdiag.probes;

/// Something that might be otherwise than it is: what each probe would see then.
public interface Supposition {

  /// The fact as it would be; the same where the supposition does not touch it.
  ///
  /// @throws Unobservable where it cannot be told what it would be
  <F> F of(Probe<F> probe, F fact) throws Unobservable;
}
