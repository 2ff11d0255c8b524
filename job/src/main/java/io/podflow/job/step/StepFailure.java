package io.podflow.job.step;

import io.podflow.api.Bar;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodSettings;
import java.io.Serial;
import java.time.Instant;

/**
 * A step that failed. The message is the sentence that a person needs: which pod, symbol and bar it
 * was about, and what went wrong. The cause holds the trace.
 */
public final class StepFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private StepFailure(String message, Throwable cause) {
    super(message, cause instanceof OutOfMemoryError ? null : cause);
    if (cause instanceof OutOfMemoryError) {
      // Flink writes advice about task managers into such an error, and fails at that on Java 17.
      setStackTrace(cause.getStackTrace());
    }
  }

  /** A strategy that failed on a bar, or has no memory left for it. */
  public static StepFailure ofStrategy(PortfolioLayout layout, int pod, Bar bar, Throwable cause) {
    PodSettings settings = layout.pod(pod);
    return new StepFailure(
        "pod "
            + settings.podId()
            + ", "
            + layout.universe().symbol(bar.symbol())
            + ", bar that closes at "
            + Instant.ofEpochMilli(bar.closeTime())
            + ": strategy "
            + settings.strategyName()
            + " failed: "
            + words(cause),
        cause);
  }

  /** A strategy that cannot be asked what its model gives weight to. */
  public static StepFailure ofModel(PodSettings pod, String symbol, Throwable cause) {
    return new StepFailure(
        "pod "
            + pod.podId()
            + ", "
            + symbol
            + ", after the last bar: strategy "
            + pod.strategyName()
            + " cannot explain its model: "
            + words(cause),
        cause);
  }

  /** A strategy that cannot be made. */
  static StepFailure ofCreation(PodSettings pod, Throwable cause) {
    return new StepFailure(
        "pod "
            + pod.podId()
            + ": strategy "
            + pod.strategyName()
            + " cannot be made: "
            + words(cause),
        cause);
  }

  /**
   * A pod or the portfolio that failed at a close.
   *
   * @param who as {@code pod a}
   * @param closeTime epoch milliseconds UTC
   */
  public static StepFailure atClose(String who, long closeTime, Throwable cause) {
    return new StepFailure(
        who + ", close of " + Instant.ofEpochMilli(closeTime) + ": " + words(cause), cause);
  }

  /** What there is to do when memory ran out. */
  public static String outOfMemory(String which) {
    return "out of memory (" + which + "); give Java more, as in PODFLOW_JAVA_OPTS=-Xmx4g";
  }

  /** What an error of Java means to the person who runs podflow. */
  public static String words(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    if (root instanceof OutOfMemoryError) {
      return outOfMemory(String.valueOf(root.getMessage()));
    }
    if (root instanceof StackOverflowError) {
      return "StackOverflowError: it calls itself without end, or too deeply";
    }
    String message = root.getMessage();
    String name = root.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? (name.isEmpty() ? root.getClass().getName() : name)
        : name + ": " + message.lines().findFirst().orElse("").strip();
  }
}
