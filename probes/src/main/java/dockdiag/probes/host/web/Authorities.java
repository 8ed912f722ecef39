package dockdiag.probes.host.web;

import dockdiag.probes.Unobservable;
import dockdiag.probes.host.kernel.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom the engine believes of certificates: the host's own authorities where Go's crypto/x509
/// looks for them (root_linux.go), and those of its folder for the registry.
final class Authorities {

  private static final List<String> BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/tls/cacert.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem");
  private static final List<String> FOLDERS = List.of("/etc/ssl/certs", "/etc/pki/tls/certs");
  private static final String CERTS = "/etc/docker/certs.d/";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);
  private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,260}");

  private final String root;
  private final Set<X509Certificate> known = new LinkedHashSet<>();

  private Authorities(String root) {
    this.root = root;
  }

  /// Those of the host whose files lie below that root.
  static Set<X509Certificate> of(String root, String registry) throws IOException, Unobservable {
    Authorities authorities = new Authorities(root);
    for (String bundle : BUNDLES) {
      if (Files.exists(Path.of(root + bundle))) {
        authorities.read(bundle);
        break;
      }
    }
    if (REGISTRY.matcher(registry).matches()) {
      authorities.readFolder(CERTS + registry, name -> name.endsWith(".crt"));
    }
    return authorities.known;
  }

  /// Those of the host that stand in files of their own, which Go reads whatever their names; most
  /// are of the bundle, too.
  static Set<X509Certificate> scattered(String root) throws IOException, Unobservable {
    Authorities authorities = new Authorities(root);
    for (String folder : FOLDERS) {
      // links of the folder may lead nowhere
      authorities.readFolder(folder, name -> Files.isRegularFile(Path.of(root + folder, name)));
    }
    return authorities.known;
  }

  private void readFolder(String folder, Predicate<String> wanted)
      throws IOException, Unobservable {
    try {
      for (String name : TextFile.names(root + folder)) {
        if (wanted.test(name)) {
          read(folder + "/" + name);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      // most registries need none
    }
  }

  private void read(String file) throws IOException, Unobservable {
    Matcher matcher = PEM.matcher(TextFile.read(root + file));
    while (matcher.find()) {
      try {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        byte[] pem = matcher.group().getBytes(StandardCharsets.US_ASCII);
        if (factory.generateCertificate(new ByteArrayInputStream(pem))
            instanceof X509Certificate certificate) {
          known.add(certificate);
        }
      } catch (CertificateException unreadable) {
        // Go passes over it, too
      }
    }
  }
}
