package dockdiag.cli.lab.judge;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.testenv.debian.Command;
import java.util.List;
import java.util.function.Function;

/// A host of the lab, asked with its own tools.
record CommandHost(Function<List<String>, Command.Ended> shell) implements Host {

  @Override
  public Response ask(Request request) throws Unobservable {
    return switch (request) {
      case Request.ReadFile(_, String path) -> read(path);
      case Request.RunCommand(_, List<String> argv) -> {
        Command.Ended ended = shell.apply(argv);
        yield new Response(ended.status(), ended.out() + "--\n" + ended.err(), 0);
      }
      default -> throw new Unobservable(Reason.NOT_PRESENT, request.toString());
    };
  }

  private Response read(String path) throws Unobservable {
    Command.Ended ended = shell.apply(List.of("cat", path));
    if (ended.status() != 0) {
      throw new Unobservable(Reason.NOT_PRESENT, path);
    }
    return Response.of(ended.out());
  }
}
