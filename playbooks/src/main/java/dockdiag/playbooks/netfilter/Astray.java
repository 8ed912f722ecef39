package dockdiag.playbooks.netfilter;

import java.util.Set;

/// What befalls packets that NAT leads astray: they end at rules that were not meant for them.
final class Astray {

  static final Set<String> BROUGHT =
      Set.of(
          "forward-dropped",
          "forward-rules-missing",
          "input-dropped",
          "reply-dropped",
          "reverse-path-filter");

  private Astray() {}
}
