package dockdiag.probes.host.web;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What Go makes of a server's certificates, in its order: dates, names, authority (Verify of
/// crypto/x509). A common name counts for nothing.
///
/// @param chain the server's own first
record Verification(List<X509Certificate> chain, String host, Instant now) {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  Verification {
    chain = List.copyOf(chain);
  }

  /// In the words of `Request.Fetch`.
  String outcome(Set<X509Certificate> authorities) {
    X509Certificate own = chain.getFirst();
    if (now.isAfter(own.getNotAfter().toInstant())) {
      return "expired";
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      return "not-yet-valid";
    }
    if (names(own).isEmpty()) {
      return "without-names";
    }
    if (names(own).stream().noneMatch(name -> covers(name, host))) {
      return "wrong-name";
    }
    return authorities.contains(own) ? "trusted" : byAuthority(own, authorities);
  }

  private String byAuthority(X509Certificate own, Set<X509Certificate> authorities) {
    if (authorities.isEmpty()) {
      return "unknown-authority";
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(own);
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(
              authorities.stream()
                  .map(one -> new TrustAnchor(one, null))
                  .collect(Collectors.toSet()),
              target);
      parameters.setRevocationEnabled(false); // nor does the engine ask
      parameters.setDate(Date.from(now));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return "trusted";
    } catch (CertPathBuilderException none) {
      return none.getCause() instanceof CertPathValidatorException invalid
              && invalid.getReason() == BasicReason.EXPIRED
          ? "expired"
          : "unknown-authority";
    } catch (GeneralSecurityException strange) {
      return "unknown-authority";
    }
  }

  /// The names and addresses that a certificate is for.
  static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> name : all == null ? List.<List<?>>of() : all) {
        if (List.of(DNS_NAME, IP_ADDRESS).contains(name.getFirst())) {
          names.add(String.valueOf(name.get(1)));
        }
      }
    } catch (CertificateParsingException unreadable) {
      // then it is for nobody
    }
    return names;
  }

  private static boolean covers(String name, String host) {
    String one = name.toLowerCase(Locale.ROOT);
    String asked = host.toLowerCase(Locale.ROOT);
    try {
      return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(asked));
    } catch (IllegalArgumentException noAddresses) {
      int dot = asked.indexOf('.');
      return one.equals(asked)
          || (one.startsWith("*.") && dot > 0 && one.substring(1).equals(asked.substring(dot)));
    }
  }
}
