package dockdiag.cli.diagram;

import java.util.List;

/// A line of a tree and those below it; its text is as untrusted as its sources.
///
/// @param name what it is, first
/// @param facts the rest, in the words of the engine and of ip(8)
public record Branch(String name, List<String> facts, List<Branch> branches) {

  public Branch {
    facts = List.copyOf(facts);
    branches = List.copyOf(branches);
  }
}
