package dockdiag.probes.swarm;

/// One replica of a service, past ones too, `docker service ps`.
///
/// @param state `new`, `pending`, …, `running`, `complete`, `failed`, `shutdown`, `rejected`
/// @param message what the swarm says of the state
/// @param error why it is not as desired; empty where nothing is wrong
public record Task(String id, String state, String desiredState, String message, String error) {

  /// Whether it runs and shall run.
  public boolean isRunning() {
    return state.equals("running") && desiredState.equals("running");
  }
}
