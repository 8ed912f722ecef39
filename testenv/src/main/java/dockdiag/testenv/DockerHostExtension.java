package dockdiag.testenv;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests their Docker host, shows the engine's log when they fail, and takes the host away.
final class DockerHostExtension implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(DockerHostExtension.class);
  private static final int LOG_LINES = 40;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DockerHost.class;
  }

  @Override
  public DockerHost resolveParameter(ParameterContext parameter, ExtensionContext context) {
    DockerHostTest wanted = context.getRequiredTestClass().getAnnotation(DockerHostTest.class);
    Store store = (wanted.shared() ? classContext(context) : context).getStore(NAMESPACE);
    return store.computeIfAbsent(DockerHost.class, type -> start(wanted), DockerHost.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    DockerHost host = context.getStore(NAMESPACE).get(DockerHost.class, DockerHost.class);
    if (host != null) {
      context.getExecutionException().ifPresent(failure -> failure.addSuppressed(log(host)));
    }
  }

  private static ExtensionContext classContext(ExtensionContext context) {
    return context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
  }

  private static DockerHost start(DockerHostTest wanted) {
    return LabNeeded.start(DockerHost.on(wanted.suite()).dockerd(wanted.dockerd()));
  }

  /// Beside the failure it is in every report, whatever shows it.
  private static Throwable log(DockerHost host) {
    List<String> lines = host.log().lines().filter(line -> !line.contains(" module=grpc")).toList();
    int first = Math.max(0, lines.size() - LOG_LINES);
    String last = String.join("\n", lines.subList(first, lines.size()));
    return new IllegalStateException("the engine's log ends with\n" + last);
  }
}
