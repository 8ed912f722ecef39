package dockdiag.probes.host.tree;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One of the layers that a tree is made of.
interface Layer {

  /// What a name in a layer is.
  enum Kind {
    /// Plain.
    FILE,
    /// Its names are merged with those of the same folder in the layers below.
    FOLDER,
    /// A folder that hides the same one in the layers below.
    OPAQUE_FOLDER,
    /// Symbolic.
    LINK,
    /// A device, a pipe, a socket.
    OTHER,
    /// It stands for nothing, and hides the same name in the layers below.
    WHITEOUT
  }

  /// One name in a layer.
  interface Node {

    /// What it is.
    Kind kind();

    /// Where a link leads; empty where it is none.
    String target() throws IOException;

    /// What is told of it.
    Beginning beginning() throws IOException;

    /// Whether names can be in it.
    default boolean isFolder() {
      return kind() == Kind.FOLDER || kind() == Kind.OPAQUE_FOLDER;
    }
  }

  /// What is there at the end of these names, one in the other; no link is followed, so that each
  /// but the last is a folder of this layer.
  Optional<Node> node(List<String> names) throws IOException;
}
