package dockdiag.cli.command;

import dockdiag.playbooks.Diagnosed;

/// A finding that somebody does not want to see: `SLUG`, or `SLUG@SUBJECT` where the subject is one
/// of its parts or all of them: `mysql`, `3306/tcp`, `mysql 3306/tcp`.
///
/// @param subject empty for every subject
record Ignored(String slug, String subject) {

  static Ignored parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new Ignored(text, "")
        : new Ignored(text.substring(0, at), text.substring(at + 1));
  }

  boolean hides(Diagnosed one) {
    boolean about =
        subject.isEmpty()
            || one.finding().subject().toString().equals(subject)
            || one.finding().subject().parts().containsValue(subject);
    return one.slug().equals(slug) && about;
  }
}
