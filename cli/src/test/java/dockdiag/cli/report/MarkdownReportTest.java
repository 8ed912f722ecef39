package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Remedy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/// What a renderer of Markdown makes of a report for a ticket.
class MarkdownReportTest {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  @Test
  void theAnswerComesFirst() throws Exception {
    assertThat(written(mysql(), Detail.NORMAL))
        .isEqualTo(
            """
            ## BROKEN: mysql 3306/tcp cannot work as things are; mend this first:

            ### mysql 3306/tcp

            In mysql, mysqld listens on 127.0.0.1:3306 alone, so nothing from outside the container reaches it.

            `listener-on-loopback` · error, confirmed

            **Evidence**

            `LISTEN 127.0.0.1:3306 mysqld (pid 1)`\s\s
            seen in /proc/216/net/\\{tcp,tcp6,udp,udp6\\}; by hand:

            ```sh
            nsenter --target 216 --net ss -tulnp
            ```

            **Fix:** Make mysqld listen on all addresses of the container, and make the container anew.

            ```sh
            mariadbd --bind-address=0.0.0.0
            ```

            Impact: Every container on the same networks can then connect to it too.\s\s
            Not to be run as it stands: adapt it first. It lasts over restarts. Not proven beforehand.


            ### Who reaches mysql 3306/tcp

            | client | asks | over | rules | packet |
            | --- | --- | --- | --- | --- |
            | host-address | 198.51.100.1:3306 | tcp ipv4 | refused \\[1\\] | closed-at-once ^ the real packet fared otherwise than the rules say |
            | host-loopback | 127.0.0.1:3306 | tcp ipv4 | closed-at-once \\[1\\] | delivered ^ the real packet fared otherwise than the rules say |

            \\[1\\] nobody listens in mysql

            <details>
            <summary>Checks</summary>

            |  |  |  |  |
            | --- | --- | --- | --- |
            | FAIL | mysql 3306/tcp | `listener-on-loopback` | The server listens on the container's loopback alone |

            2 checks passed

            </details>

            ---

            dockdiag 1.0.0 · 2026-11-21T10:00:00Z\s\s
            host prod-7 · Debian GNU/Linux 12 · kernel 6.1.0 · amd64 · engine 28.5.2 · recorded evidence\s\s
            `dockdiag ports mysql`
            """);
  }

  @Test
  void quietIsTheVerdictAndTheCause() throws Exception {
    assertThat(written(mysql(), Detail.QUIET))
        .isEqualTo(
            """
            ## BROKEN: mysql 3306/tcp cannot work as things are; mend this first:

            - mysql 3306/tcp: In mysql, mysqld listens on 127.0.0.1:3306 alone, so nothing from outside the container reaches it.
            """);
  }

  @Test
  void itTellsWhatTheTextTells() throws Exception {
    for (Diagnosis diagnosis : List.of(mysql(), Cases.twoPorts())) {
      Seen seen = Seen.of(written(diagnosis, Detail.VERBOSE));
      for (Diagnosed one : diagnosis.found()) {
        assertThat(seen.code).contains(one.slug());
        one.finding().evidence().forEach(fact -> assertThat(seen.code).contains(fact.fact()));
        for (Remedy remedy : one.finding().remedies()) {
          remedy.commands().forEach(command -> assertThat(seen.blocks).contains(command + "\n"));
        }
      }
    }
  }

  @Test
  void nothingThatSomebodyWroteIsObeyed() throws Exception {
    String hostile =
        "a`b``c | <script>x</script> ![i](http://x/) [l](http://x/) **b** _i_ ~~s~~ @all #1 "
            + "```\n# h\n- l\n\u001b[31m\u202e <!-- c --> &lt; http://y/";
    Seen seen = Seen.of(written(Cases.hostile(hostile), Detail.VERBOSE));
    assertThat(seen.html)
        .containsOnly("<details>\n<summary>Checks</summary>", "</details>", "<!-- -->");
    assertThat(seen.links).isEmpty();
    assertThat(seen.text).doesNotContain("\u001b", "\u202e").contains("<script>x</script>");
    assertThat(seen.code).anyMatch(code -> code.contains("a`b``c | <script>"));
    assertThat(seen.columns).containsOnly(4, 5);
  }

  private static Diagnosis mysql() throws Exception {
    return Cases.mysql(Cases.shopWith("listener-on-loopback"));
  }

  private static String written(Diagnosis diagnosis, Detail detail) throws Exception {
    return Cases.written(new MarkdownReport(), Cases.report(diagnosis, detail));
  }

  /// What is in the document, as a renderer understands it.
  private static final class Seen extends AbstractVisitor {
    private final Set<String> html = new TreeSet<>();
    private final Set<String> links = new TreeSet<>();
    private final Set<String> code = new TreeSet<>();
    private final Set<Integer> columns = new TreeSet<>();
    private final StringBuilder blocks = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    static Seen of(String markdown) {
      Seen seen = new Seen();
      PARSER.parse(markdown).accept(seen);
      return seen;
    }

    @Override
    public void visit(HtmlBlock block) {
      html.add(block.getLiteral());
    }

    @Override
    public void visit(HtmlInline inline) {
      html.add(inline.getLiteral());
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
    }

    @Override
    public void visit(Code one) {
      code.add(one.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
      blocks.append(block.getLiteral());
    }

    @Override
    public void visit(Text one) {
      text.append(one.getLiteral());
    }

    @Override
    public void visit(CustomBlock table) {
      Node row = table.getFirstChild().getFirstChild();
      int cells = 0;
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        cells++;
      }
      columns.add(cells);
      visitChildren(table);
    }
  }
}
