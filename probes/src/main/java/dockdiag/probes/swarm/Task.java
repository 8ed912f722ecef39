package dockdiag.probes.swarm;

/// One replica of a service, past ones too, `docker service ps`.
///
/// @param slot its number among the replicas; 0 where one runs on each node
/// @param nodeId empty while no node is found for it
/// @param state `new`, `pending`, …, `running`, `complete`, `failed`, `shutdown`, `rejected`
/// @param message what the swarm says of the state
/// @param error why it is not as desired; empty where nothing is wrong
/// @param containerId empty where none was made
public record Task(
    String id,
    String serviceId,
    int slot,
    String nodeId,
    String state,
    String desiredState,
    String message,
    String error,
    String containerId) {

  /// Whether it runs and shall run.
  public boolean isRunning() {
    return state.equals("running") && desiredState.equals("running");
  }
}
