package dockdiag.testenv;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests their Docker host, shows the engine's log when they fail, and takes the host away.
final class DockerHostExtension
    implements BeforeEachCallback, ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(DockerHostExtension.class);
  private static final int LOG_LINES = 40;

  /// The host is started here, for what a parameter resolver throws is never a skip.
  @Override
  public void beforeEach(ExtensionContext context) {
    LabNeeded.orSkip();
    if (List.of(context.getRequiredTestMethod().getParameterTypes()).contains(DockerHost.class)) {
      host(context);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DockerHost.class;
  }

  @Override
  public DockerHost resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return host(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    DockerHost host = context.getStore(NAMESPACE).get(DockerHost.class, DockerHost.class);
    if (host != null) {
      context.getExecutionException().ifPresent(failure -> failure.addSuppressed(log(host)));
    }
  }

  private static DockerHost host(ExtensionContext context) {
    DockerHostTest wanted = wanted(context);
    Store store = (wanted.shared() ? classContext(context) : context).getStore(NAMESPACE);
    return store.computeIfAbsent(DockerHost.class, type -> start(wanted), DockerHost.class);
  }

  private static DockerHostTest wanted(ExtensionContext context) {
    return context.getRequiredTestClass().getAnnotation(DockerHostTest.class);
  }

  private static ExtensionContext classContext(ExtensionContext context) {
    // Above a parameterized method's invocation is the method, not yet the class.
    return context.getTestMethod().isPresent()
        ? classContext(context.getParent().orElseThrow())
        : context;
  }

  private static DockerHost start(DockerHostTest wanted) {
    return LabNeeded.start(
        DockerHost.on(wanted.suite()).filter(wanted.filter()).dockerd(wanted.dockerd()));
  }

  /// Beside the failure it is in every report, whatever shows it.
  private static Throwable log(DockerHost host) {
    List<String> lines = host.log().lines().filter(line -> !line.contains(" module=grpc")).toList();
    int first = Math.max(0, lines.size() - LOG_LINES);
    String last = String.join("\n", lines.subList(first, lines.size()));
    return new IllegalStateException("the engine's log ends with\n" + last);
  }
}
