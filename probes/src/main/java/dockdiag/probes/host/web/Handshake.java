package dockdiag.probes.host.web;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// TLS with whoever answers; what is thought of his certificates is decided afterwards, before
/// anything is said to him.
///
/// @param chain his certificates, his own first
record Handshake(SSLSocket socket, List<X509Certificate> chain) {

  /// Over a connection that stands.
  static Handshake over(Socket connection, String host, int port) throws IOException {
    Witness witness = new Witness();
    SSLSocket socket =
        (SSLSocket) context(witness).getSocketFactory().createSocket(connection, host, port, true);
    socket.startHandshake();
    return new Handshake(socket, witness.chain);
  }

  /// What became of one that failed, in the words of `Request.Fetch`; empty where it was none of
  /// TLS's own reasons.
  static String outcome(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    if (text.contains("Unsupported or unrecognized SSL message")) {
      return "plain";
    }
    int alert = text.indexOf("fatal alert: ");
    if (alert >= 0) {
      return "alert "
          + Printable.of(text.substring(alert + "fatal alert: ".length())).toLowerCase(Locale.ROOT);
    }
    return failure instanceof SSLException && !text.contains("terminated") ? "strange" : "";
  }

  private static SSLContext context(Witness witness) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// Sees the certificates and lets them pass: [Verification] judges them.
  private static final class Witness extends X509ExtendedTrustManager {

    private List<X509Certificate> chain = List.of();

    @Override
    public void checkServerTrusted(X509Certificate[] seen, String type, Socket socket) {
      chain = List.of(seen);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] seen, String type, SSLEngine engine) {
      chain = List.of(seen);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] seen, String type) {
      chain = List.of(seen);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] seen, String type, Socket socket) {
      throw new UnsupportedOperationException("nobody is served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] seen, String type, SSLEngine engine) {
      throw new UnsupportedOperationException("nobody is served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] seen, String type) {
      throw new UnsupportedOperationException("nobody is served here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
