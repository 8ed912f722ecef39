package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The tables of nf_tables of a place, by nfnetlink: `struct nfgenmsg` of
/// linux/netfilter/nfnetlink.h, messages and attributes of linux/netfilter/nf_tables.h.
public final class NftTables {

  private static final String WHAT = "nf_tables";
  private static final int NETLINK_NETFILTER = 12;
  private static final int NFT_MSG_GETTABLE = 10 << 8 | 1;
  private static final int NFT_MSG_GETSET = 10 << 8 | 10;

  /// `NFTA_TABLE_NAME`, and of a set `NFTA_SET_TABLE`.
  private static final int NAME_OF_TABLE = 1;

  /// All families, version 0.
  private static final byte[] ANY = new byte[4];

  /// NFPROTO_* of linux/netfilter.h, as nft names them.
  private static final Map<Integer, String> FAMILIES =
      Map.of(1, "inet", 2, "ip", 3, "arp", 5, "netdev", 7, "bridge", 10, "ip6");

  private NftTables() {}

  /// The lines of `Request.CountSets`.
  ///
  /// @throws Unobservable NOT_PRESENT where the kernel would have to load a module to tell
  public static String of(Place place) throws Unobservable {
    if (Files.exists(Path.of("/proc/modules"))
        && Files.notExists(Path.of("/sys/module/nf_tables"))) {
      throw Failure.absent("/sys/module/nf_tables");
    }
    place.enter();
    Map<String, Integer> sets = new LinkedHashMap<>();
    try (Netlink netlink = Netlink.open(NETLINK_NETFILTER, WHAT)) {
      netlink.dump(NFT_MSG_GETTABLE, ANY, table -> sets.put(table(table), 0));
      netlink.dump(NFT_MSG_GETSET, ANY, set -> sets.merge(table(set), 1, Integer::sum));
    }
    return text(sets);
  }

  static String text(Map<String, Integer> sets) throws Unobservable {
    for (String table : sets.keySet()) {
      if (!table.matches("\\w+ \\S+")) {
        throw Unobservable.notUnderstood(WHAT, table);
      }
    }
    return sets.entrySet().stream()
        .map(table -> table.getKey() + " " + table.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /// The family and the name of the table that the message is about.
  static String table(ByteBuffer message) {
    int family = message.get(0);
    int at = ANY.length;
    String name = "";
    while (at + 4 <= message.capacity()) {
      int length = Short.toUnsignedInt(message.getShort(at));
      if (message.getShort(at + 2) == NAME_OF_TABLE && at + length <= message.capacity()) {
        byte[] text = new byte[Math.max(0, length - 5)]; // a zero ends it
        message.get(at + 4, text);
        name = new String(text, StandardCharsets.UTF_8);
      }
      at += Math.max(4, Netlink.aligned(length));
    }
    return FAMILIES.getOrDefault(family, "family" + family) + " " + name;
  }
}
