/// Observes a Docker host: what the kernel, the engine and the containers say, never what it means.
///
/// The charter of a probe:
///
/// - it asks [Host] and nothing else, so that every answer can be recorded and replayed;
/// - it prefers `/proc`, `/sys` and the engine's API to commands, and never needs more privilege
///   than the answer does;
/// - it never writes, never loads a kernel module, never creates a table;
/// - it reports values as they stand; what it does not understand is [Unobservable], never a guess.
@NullMarked
package dockdiag.probes;

import org.jspecify.annotations.NullMarked;
