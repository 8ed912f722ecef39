package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.CommandLine;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.ArrayList;
import java.util.List;

/// Commands that put a DNAT rule into the nat table or take it out.
final class DnatCommand {

  private DnatCommand() {}

  /// `iptables -t nat -D DOCKER 3`.
  static String delete(DnatRule rule) {
    List<String> words = nat(rule.backend(), rule.family());
    words.addAll(List.of("-D", rule.chain(), Integer.toString(rule.rule().number())));
    return line(words);
  }

  /// The same rule at its place again.
  static String insert(DnatRule rule) {
    List<String> words = nat(rule.backend(), rule.family());
    words.addAll(List.of("-I", rule.chain(), Integer.toString(rule.rule().number())));
    for (Option option : rule.rule().options()) {
      if (option.negated()) {
        words.add("!");
      }
      words.add(option.name());
      words.addAll(option.values());
    }
    return line(words);
  }

  /// The rule as the engine writes it, 20.10 to 28; with docker-proxy the container's own bridge
  /// is left out.
  ///
  /// @param action `-A` or `-D`
  static String engineRule(
      String action, Backend backend, PublishedPort binding, Published published, String bridge) {
    Address host = binding.hostAddress();
    List<String> words = nat(backend, host.isIpv6() ? Family.IP6 : Family.IP);
    words.addAll(List.of(action, "DOCKER"));
    if (!host.isAny()) {
      words.addAll(List.of("-d", host + (host.isIpv6() ? "/128" : "/32")));
    }
    if (!bridge.isEmpty()) {
      words.addAll(List.of("!", "-i", bridge));
    }
    String protocol = binding.container().protocol().toString();
    Address to = published.inside(host.isIpv6()).orElseThrow().address();
    words.addAll(List.of("-p", protocol, "-m", protocol));
    words.addAll(List.of("--dport", Integer.toString(binding.hostPort()), "-j", "DNAT"));
    words.addAll(List.of("--to-destination", to.with(binding.container().number())));
    return line(words);
  }

  private static List<String> nat(Backend backend, Family family) {
    String command = family == Family.IP6 ? "ip6tables" : "iptables";
    List<String> words = new ArrayList<>();
    words.add(command + (backend == Backend.IPTABLES_LEGACY ? "-legacy" : ""));
    words.addAll(List.of("-t", "nat"));
    return words;
  }

  private static String line(List<String> words) {
    // a lone ! is special to interactive shells alone, and there only before a word
    return CommandLine.of(words.toArray(String[]::new)).replace(" '!' ", " ! ");
  }
}
