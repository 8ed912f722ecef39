package dockdiag.probes.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kernel's release, `3.10.0-1160.el7.x86_64`.
///
/// @param text as uname(2) has it
public record KernelRelease(String text, int major, int minor) {

  private static final Pattern RELEASE =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})[^0-9].*|(\\d+)\\.(\\d+)");

  /// Who keeps an old number and brings new features into it.
  private enum Vendor {
    RHEL("\\.el(\\d+)", "Red Hat Enterprise Linux or CentOS "),
    OPEN_EULER("\\.oe(\\d+)", "openEuler "),
    KYLIN("\\.ky(\\d+)", "Kylin "),
    ANOLIS("\\.an(\\d+)", "Anolis OS "),
    UOS("\\.uelc(\\d+)", "UnionTech OS "),
    AMAZON("\\.amzn(\\d+)", "Amazon Linux ");

    private final Pattern mark;
    private final String name;

    Vendor(String mark, String name) {
      this.mark = Pattern.compile(mark);
      this.name = name;
    }
  }

  /// Empty where it does not begin with two numbers.
  public static Optional<KernelRelease> parse(String text) {
    Matcher matcher = RELEASE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int group = matcher.group(1) == null ? 3 : 1;
    return Optional.of(
        new KernelRelease(
            text,
            Integer.parseInt(matcher.group(group)),
            Integer.parseInt(matcher.group(group + 1))));
  }

  /// Whether it is older than that.
  public boolean isBefore(int otherMajor, int otherMinor) {
    return major < otherMajor || (major == otherMajor && minor < otherMinor);
  }

  /// The distribution that keeps this number and brings newer features into it.
  public Optional<String> vendor() {
    for (Vendor vendor : Vendor.values()) {
      Matcher matcher = vendor.mark.matcher(text);
      if (matcher.find()) {
        return Optional.of(vendor.name + matcher.group(1));
      }
    }
    return Optional.empty();
  }
}
