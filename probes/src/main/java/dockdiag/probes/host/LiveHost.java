package dockdiag.probes.host;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.LiveOptions.Manner;
import dockdiag.probes.host.echo.Echoes;
import dockdiag.probes.host.engine.Endpoint;
import dockdiag.probes.host.engine.EndpointFinder;
import dockdiag.probes.host.engine.Engine;
import dockdiag.probes.host.kernel.Command;
import dockdiag.probes.host.kernel.Connector;
import dockdiag.probes.host.kernel.Inhabitants;
import dockdiag.probes.host.kernel.NamespaceIdentity;
import dockdiag.probes.host.kernel.NftTables;
import dockdiag.probes.host.kernel.OwnThread;
import dockdiag.probes.host.kernel.PeerCredentials;
import dockdiag.probes.host.kernel.Place;
import dockdiag.probes.host.kernel.ProcessTable;
import dockdiag.probes.host.kernel.Questioner;
import dockdiag.probes.host.kernel.RootedFile;
import dockdiag.probes.host.kernel.SocketTable;
import dockdiag.probes.host.kernel.TextFile;
import dockdiag.probes.host.tree.Trees;
import dockdiag.probes.host.web.Fetching;
import dockdiag.probes.host.web.Purse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The host as it is now; every request has a deadline and a thread of its own.
public final class LiveHost implements Host {

  private static final Duration MOST_PATIENCE = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(1);

  /// What an engine may need to hand over an image, where its layers cannot be read.
  private static final Duration EXPORT = Duration.ofMinutes(1);

  private final LiveOptions options;
  private final Engine engine;
  private final Places places;
  private final Trees trees;
  private final Inhabitants inhabitants = new Inhabitants();
  private final Purse purse;

  /// Nothing is asked yet.
  public LiveHost(LiveOptions options) {
    this.options = options;
    Endpoint endpoint = new EndpointFinder(options.environment()).find(options.engine());
    this.engine = new Engine(endpoint, options.deadline());
    this.trees = new Trees(engine);
    this.purse = new Purse(options.environment());
    boolean passive = options.manner() == Manner.PASSIVE;
    this.places = new Places(engine, passive ? Place.Network.CLOSED : Place.Network.ENTERED);
  }

  /// The engine's endpoint, as `docker context ls` prints it.
  public String endpoint() {
    return engine.endpoint().text();
  }

  @Override
  public Response ask(Request request) throws Unobservable {
    long start = System.nanoTime();
    Response answer = OwnThread.answer(deadline(request), what(request), () -> answer(request));
    long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    return new Response(answer.status(), answer.body(), micros);
  }

  private Response answer(Request request) throws Unobservable, IOException, InterruptedException {
    return switch (request) {
      case Request.ReadFile file -> Response.of(read(places.of(file.namespace()), file));
      case Request.ReadLinks links -> links(links);
      case Request.ListNames names -> names(names);
      case Request.Peek peek ->
          Response.of(trees.peek(places.of(Namespace.HOST).root(), peek.tree(), peek.path()));
      case Request.RunCommand run -> Command.run(places.of(run.namespace()), run.argv());
      case Request.DockerGet get -> engine.get(get.path());
      case Request.DockerLogs logs -> engine.logs(logs.container(), logs.lines());
      case Request.DumpSockets dump -> Response.of(SocketTable.of(places.of(dump.namespace())));
      case Request.CountSets count -> Response.of(NftTables.of(places.of(count.namespace())));
      case Request.ListProcesses list ->
          Response.of(ProcessTable.of(places.of(list.namespace()), inhabitants));
      case Request.EnginePeer _ -> Response.of(peer());
      case Request.Connect connect -> connect(connect);
      case Request.Echo echo -> echo(echo);
      case Request.Query query -> query(query);
      case Request.Fetch fetch -> fetch(fetch);
      case Request.ListLogins _ -> Response.of(purse.list(places.of(Namespace.HOST).root()));
    };
  }

  private static String read(Place place, Request.ReadFile file) throws Unobservable, IOException {
    boolean itsOwn = file.namespace() instanceof Namespace.OfContainer && !isOfKernel(file.path());
    return itsOwn
        ? RootedFile.read(place.process() + "/root", file.path())
        : place.read(allowed(file.namespace(), file.path()));
  }

  private Response links(Request.ReadLinks links) throws Unobservable, IOException {
    Place place = places.of(links.namespace());
    String directory = place.file(allowed(links.namespace(), links.directory()));
    return Response.of(TextFile.links(directory));
  }

  private Response names(Request.ListNames names) throws Unobservable, IOException {
    Place place = places.of(names.namespace());
    String directory = place.file(allowed(names.namespace(), names.directory()));
    return Response.of(
        String.join("", TextFile.names(directory).stream().map(n -> n + "\n").toList()));
  }

  private Response connect(Request.Connect connect) throws Unobservable, IOException {
    refusePassive(connect);
    Place place = places.of(connect.namespace());
    return Response.of(Connector.connect(place, connect, patience()));
  }

  private Response echo(Request.Echo echo) throws Unobservable, IOException {
    refusePassive(echo);
    return Response.of(Echoes.ask(places.of(echo.namespace()), echo, patience()));
  }

  private Response query(Request.Query query) throws Unobservable, IOException {
    refusePassive(query);
    return Response.of(Questioner.ask(places.of(query.namespace()), query, patience()));
  }

  private Response fetch(Request.Fetch fetch) throws Unobservable, IOException {
    refusePassive(fetch);
    return Fetching.fetch(places.of(fetch.namespace()), fetch, purse, patienceOfFetch());
  }

  private void refusePassive(Request request) throws Unobservable {
    if (options.manner() == Manner.PASSIVE) {
      throw new Unobservable(Reason.PASSIVE, what(request) + ": not sent (--passive)");
    }
  }

  // what a container's own file system shows under a path is the container's choice, link by link
  private static String allowed(Namespace namespace, String path) throws Unobservable {
    if (namespace instanceof Namespace.OfOverlay) {
      throw new Unobservable(Reason.NOT_PERMITTED, path + ": " + namespace + " has no files");
    }
    boolean leaves = path.contains("/../") || path.endsWith("/..") || !path.startsWith("/");
    if (leaves || (namespace instanceof Namespace.OfContainer && !isOfKernel(path))) {
      throw new Unobservable(
          Reason.NOT_PERMITTED, path + ": files of a container are never opened by path");
    }
    return path;
  }

  private static boolean isOfKernel(String path) {
    return path.startsWith("/proc/net/") || path.startsWith("/proc/sys/net/");
  }

  private String peer() throws Unobservable, IOException {
    StringBuilder lines = new StringBuilder("endpoint: " + endpoint() + "\n");
    if (engine.endpoint() instanceof Endpoint.UnixSocket socket) {
      PeerCredentials peer = PeerCredentials.of(socket.path());
      if (peer.pid() > 0) {
        lines.append("pid: ").append(peer.pid()).append('\n');
        lines.append("uid: ").append(peer.uid()).append('\n');
        lines.append(sees("/proc/" + peer.pid()));
      }
    }
    return lines.toString();
  }

  private static String sees(String process) throws Unobservable, IOException {
    boolean network = NamespaceIdentity.sameNetwork(process, "/proc/self");
    boolean mounts = NamespaceIdentity.sameMounts(process, "/proc/self");
    boolean pids = NamespaceIdentity.pidsOfThisProc(process);
    return "sees net: %s%nsees mnt: %s%nsees pid: %s%n"
        .formatted(word(network), word(mounts), word(pids));
  }

  private static String word(boolean same) {
    return same ? "same" : "apart";
  }

  private Duration patience() {
    return options.deadline().compareTo(MOST_PATIENCE) < 0 ? options.deadline() : MOST_PATIENCE;
  }

  /// For a connection, for TLS, and for an answer.
  private Duration patienceOfFetch() {
    return options.deadline().multipliedBy(3);
  }

  private Duration deadline(Request request) {
    return switch (request) {
      case Request.Connect _, Request.Echo _, Request.Query _ -> patience().plus(GRACE);
      case Request.Peek(Tree.OfImage _, _) -> options.deadline().plus(EXPORT);
      case Request.Fetch _ -> patienceOfFetch().plus(GRACE);
      default -> options.deadline();
    };
  }

  private String what(Request request) {
    return switch (request) {
      case Request.ReadFile file -> file.path();
      case Request.ReadLinks links -> links.directory();
      case Request.ListNames names -> names.directory();
      case Request.Peek peek -> peek.path() + " in " + peek.tree();
      case Request.RunCommand run -> String.join(" ", run.argv());
      case Request.DockerGet get -> endpoint() + " " + get.path();
      case Request.DockerLogs logs -> endpoint() + " logs of " + logs.container();
      case Request.DumpSockets dump -> "sockets of " + dump.namespace();
      case Request.CountSets count -> "nf_tables of " + count.namespace();
      case Request.ListProcesses list -> "processes of " + list.namespace();
      case Request.EnginePeer _ -> endpoint();
      case Request.Connect to -> to.address().with(to.port().number()) + "/" + to.port().protocol();
      case Request.Echo echo -> "echo to " + echo.address();
      case Request.Query query -> query.server() + " about " + query.name() + " " + query.type();
      case Request.Fetch fetch -> "GET " + fetch.url();
      case Request.ListLogins _ -> "docker's config.json";
    };
  }
}
