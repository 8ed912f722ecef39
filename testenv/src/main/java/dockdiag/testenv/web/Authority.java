package dockdiag.testenv.web;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority of a lab's own, which nobody knows unless he is told.
public final class Authority {

  private static final AtomicLong SERIAL = new AtomicLong(1);
  private static final String NAME = "CN=Lab Authority";

  private final KeyPair keys;
  private final X509Certificate certificate;

  private Authority(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /// A new one.
  public static Authority create() {
    KeyPair keys = keys();
    JcaX509v3CertificateBuilder builder = builder(NAME, Validity.now(), keys, new X500Name(NAME));
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    } catch (CertIOException broken) {
      throw new IllegalStateException(broken);
    }
    return new Authority(keys, signed(builder, keys.getPrivate()));
  }

  /// When a certificate holds.
  public record Validity(Instant from, Instant until) {

    /// For the next ten days, and since yesterday.
    public static Validity now() {
      Instant now = Instant.now();
      return new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(10)));
    }

    /// The same, so much later, or earlier.
    public Validity shifted(Duration by) {
      return new Validity(from.plus(by), until.plus(by));
    }
  }

  /// A server's certificate and its key.
  public record Identity(List<X509Certificate> chain, PrivateKey key) {
    /// Both as PEM, the certificates first.
    public String chainPem() {
      return pem(chain.toArray());
    }

    /// The key as PEM.
    public String keyPem() {
      return pem(key);
    }
  }

  /// A certificate for these addresses or names.
  ///
  /// @param subject its common name, which is worth nothing
  public Identity identity(String subject, Validity validity, String... names) {
    KeyPair own = keys();
    JcaX509v3CertificateBuilder builder =
        builder("CN=" + subject, validity, own, new X500Name(NAME));
    try {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(Stream.of(names).map(Authority::name).toArray(GeneralName[]::new)));
    } catch (CertIOException broken) {
      throw new IllegalStateException(broken);
    }
    return new Identity(List.of(signed(builder, keys.getPrivate()), certificate), own.getPrivate());
  }

  /// Its own certificate, for who is to believe it.
  public String pem() {
    return pem(certificate);
  }

  private static GeneralName name(String text) {
    boolean address = text.matches("[0-9.]+|.*:.*");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, text);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static JcaX509v3CertificateBuilder builder(
      String subject, Validity validity, KeyPair keys, X500Name issuer) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(SERIAL.getAndIncrement()),
        Date.from(validity.from()),
        Date.from(validity.until()),
        new X500Name(subject),
        keys.getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)));
    } catch (GeneralSecurityException | OperatorCreationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String pem(Object... things) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object thing : things) {
        writer.writeObject(thing);
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return text.toString();
  }
}
