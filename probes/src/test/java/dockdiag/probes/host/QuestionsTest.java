package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// Real questions to servers of all kinds of manners, on the loopback.
class QuestionsTest {

  private static final Question DB = new Question("db.", LookupProbe.Type.A);

  private final LiveHost host =
      new LiveHost(
          new LiveOptions(
              Optional.of("unix:///nowhere/docker.sock"),
              Map.of(),
              Duration.ofMillis(300),
              LiveOptions.Manner.ACTIVE));

  @Test
  void anAnswerIsRead() throws Exception {
    Lookup lookup = asked(question -> List.of(answer(question, 3).toWire()), 2);
    assertThat(lookup.reply().orElseThrow())
        .isEqualTo(
            new Lookup.Reply(
                "NOERROR",
                false,
                List.of(Address.of("192.0.2.0"), Address.of("192.0.2.1"), Address.of("192.0.2.2")),
                List.of(),
                3));
    assertThat(lookup.toString())
        .matches(
            "NOERROR 192\\.0\\.2\\.0, 192\\.0\\.2\\.1, 192\\.0\\.2\\.2, 2 of 2 answered,"
                + " median \\d+\\.\\d ms, worst \\d+\\.\\d ms");
  }

  @Test
  void aThousandRecordsAreCountedAndAFewShown() throws Exception {
    Lookup lookup = asked(question -> List.of(answer(question, 1000).toWire()), 1);
    assertThat(lookup.reply().orElseThrow().records()).isEqualTo(1000);
    assertThat(lookup.toString())
        .startsWith("NOERROR 192.0.2.0, 192.0.2.1, 192.0.2.2, 192.0.2.3, …, 1 of 1");
  }

  @Test
  void aServerThatDropsEverySecondQuestionIsIntermittent() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Lookup lookup =
        asked(
            question ->
                asked.getAndIncrement() % 2 == 0
                    ? List.of(answer(question, 1).toWire())
                    : List.of(),
            4);
    assertThat(List.of(lookup.isIntermittent(), lookup.micros().size()))
        .isEqualTo(List.of(true, 2));
    assertThat(lookup.failure()).contains("silent");
  }

  @Test
  void garbageIsNoAnswer() throws Exception {
    Lookup lookup =
        asked(
            question -> {
              byte[] garbage = new byte[40];
              Arrays.fill(garbage, (byte) 0xc0);
              System.arraycopy(question.toWire(), 0, garbage, 0, 2);
              return List.of(garbage);
            },
            1);
    assertThat(List.of(lookup.isAnswered(), lookup.toString()))
        .isEqualTo(List.of(false, "no DNS message, 0 of 1 answered"));
  }

  @Test
  void anAnswerWithAnotherIdentifierIsNotBelieved() throws Exception {
    Lookup lookup = asked(question -> List.of(forged(question)), 1);
    assertThat(lookup.toString()).isEqualTo("other-id, 0 of 1 answered");
  }

  @Test
  void theTrueAnswerBehindAForgedOneIsFound() throws Exception {
    Lookup lookup = asked(question -> List.of(forged(question), answer(question, 1).toWire()), 1);
    assertThat(lookup.reply().orElseThrow().addresses()).containsExactly(Address.of("192.0.2.0"));
  }

  @Test
  void anAnswerToAnotherQuestionIsNoAnswer() throws Exception {
    Message other = Message.newQuery(new ARecord(name("else."), DClass.IN, 1, address(1)));
    Lookup lookup =
        asked(
            question -> {
              other.getHeader().setID(question.getHeader().getID());
              other.getHeader().setFlag(Flags.QR);
              return List.of(other.toWire());
            },
            1);
    assertThat(lookup.toString()).isEqualTo("an answer to another question, 0 of 1 answered");
  }

  @Test
  void controlCharactersInNamesAreEscaped() throws Exception {
    Lookup lookup =
        asked(
            question -> {
              Message answer = answer(question, 0);
              Name target = name("e\\027[31mvil\\000.");
              answer.addRecord(new CNAMERecord(name("db."), DClass.IN, 1, target), Section.ANSWER);
              return List.of(answer.toWire());
            },
            1);
    assertThat(lookup.reply().orElseThrow().aliases()).containsExactly("e\\027[31mvil\\000.");
  }

  @Test
  void aRefusalWithoutItsQuestionIsUnderstood() throws Exception {
    Lookup lookup =
        asked(
            question -> {
              Message refusal = new Message(question.getHeader().getID());
              refusal.getHeader().setFlag(Flags.QR);
              refusal.getHeader().setRcode(Rcode.REFUSED);
              return List.of(refusal.toWire());
            },
            1);
    assertThat(lookup.reply().orElseThrow())
        .isEqualTo(new Lookup.Reply("REFUSED", false, List.of(), List.of(), 0));
  }

  @Test
  void whereNobodyServesTheQuestionIsRefused() throws Exception {
    int port;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    assertThat(List.of(lookup(port, 2).toString(), probe(port, 1).tcp().observe(host).toString()))
        .isEqualTo(List.of("refused, 0 of 2 answered", "refused, 0 of 1 answered"));
  }

  private Lookup asked(Function<Message, List<byte[]>> manners, int samples) throws Exception {
    try (DatagramSocket server =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))) {
      Thread.ofPlatform().daemon().start(() -> serve(server, manners));
      return lookup(server.getLocalPort(), samples);
    }
  }

  private Lookup lookup(int port, int samples) throws Unobservable {
    return probe(port, samples).observe(host);
  }

  private static LookupProbe probe(int port, int samples) {
    return new LookupProbe(
        Namespace.SELF, Address.LOOPBACK4, new Port(port, Protocol.UDP), DB, samples);
  }

  private static void serve(DatagramSocket server, Function<Message, List<byte[]>> manners) {
    byte[] bytes = new byte[512];
    while (!server.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        server.receive(packet);
        Message question = new Message(Arrays.copyOf(bytes, packet.getLength()));
        for (byte[] answer : manners.apply(question)) {
          server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static Message answer(Message question, int addresses) {
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(question.getQuestion(), Section.QUESTION);
    for (int i = 0; i < addresses; i++) {
      answer.addRecord(new ARecord(name("db."), DClass.IN, 1, address(i)), Section.ANSWER);
    }
    return answer;
  }

  private static byte[] forged(Message question) {
    byte[] forged = answer(question, 1).toWire();
    forged[0] ^= 1;
    return forged;
  }

  private static InetAddress address(int i) {
    return InetAddress.ofLiteral("192.0." + (2 + i / 256) + "." + i % 256);
  }

  private static Name name(String text) {
    return Name.fromConstantString(text);
  }
}
