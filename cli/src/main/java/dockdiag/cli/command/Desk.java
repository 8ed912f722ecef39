package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.LiveOptions;
import java.util.List;

/// What the command lines of one process share: whence live sessions come, and who hears of
/// reports.
public interface Desk {

  /// Every command line asks the host anew.
  Desk ONE_SHOT =
      new Desk() {
        @Override
        public Session session(LiveOptions options, Secrets secrets, List<String> words) {
          return Session.live(options, secrets, words);
        }

        @Override
        public void told(Told told) {
          // nobody asks for it again
        }
      };

  /// On the host that the options mean.
  Session session(LiveOptions options, Secrets secrets, List<String> words);

  /// That report is about to be written.
  void told(Told told);
}
