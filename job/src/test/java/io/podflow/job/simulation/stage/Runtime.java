package io.podflow.job.simulation.stage;

import java.lang.reflect.Proxy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** As much of Flink's runtime as the job's functions ask for. */
final class Runtime {

  static final OpenContext OPEN = new OpenContext() {};

  private Runtime() {}

  /**
   * @param state the one that the function has
   */
  static RuntimeContext of(@Nullable ValueState<?> state) {
    return (RuntimeContext)
        Proxy.newProxyInstance(
            Runtime.class.getClassLoader(),
            new Class<?>[] {RuntimeContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getUserCodeClassLoader" -> Runtime.class.getClassLoader();
                  case "getState" -> state;
                  case "addAccumulator" -> null; // counts of progress, which decide nothing
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }
}
