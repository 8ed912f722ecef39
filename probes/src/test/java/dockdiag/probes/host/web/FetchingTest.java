package dockdiag.probes.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Request.Credential;
import dockdiag.probes.Request.Fetch;
import dockdiag.probes.Request.Purpose;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Request.Way;
import dockdiag.probes.host.kernel.Place;
import dockdiag.probes.net.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent, as a server or a proxy sees it.
class FetchingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROXY | https://reg.shop.test/v2/ | CONNECT reg.shop.test:443 HTTP/1.1",
        "PROXY | https://my_reg:5000/v2/ | CONNECT my_reg:5000 HTTP/1.1",
        "PROXY | https://[2001:db8::1]/v2/ | CONNECT [2001:db8::1]:443 HTTP/1.1",
        "PROXY | http://reg/v2/ | GET http://reg/v2/ HTTP/1.1",
        "DIRECT | http://reg/v2/?a=b | GET /v2/?a=b HTTP/1.1",
        "DIRECT | http://reg//x | GET //x HTTP/1.1",
        "DIRECT | http://reg | GET / HTTP/1.1"
      })
  void theTargetIsSentAsItStands(Via via, String url, String line) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard = new CompletableFuture<>();
      Thread.ofPlatform().daemon().start(() -> answer(server, heard));
      Way way = new Way(Address.LOOPBACK4, server.getLocalPort(), via, Trust.VERIFIED, "");
      Fetch fetch = new Fetch(way, url, Credential.NONE, Purpose.READ);
      Fetching.fetch(Place.SELF, fetch, new Purse(Map.of()), Duration.ofSeconds(20));
      assertThat(heard.get()).isEqualTo(line);
    }
  }

  private static void answer(ServerSocket server, CompletableFuture<String> heard) {
    try (Socket client = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      heard.complete(String.valueOf(in.readLine()));
      while (!String.valueOf(in.readLine()).isEmpty()) {
        // the headers
      }
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 403 no\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException broken) {
      heard.completeExceptionally(broken);
    }
  }
}
