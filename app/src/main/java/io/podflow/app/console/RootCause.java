package io.podflow.app.console;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.job.step.StepFailure;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.util.SerializedThrowable;
import org.jspecify.annotations.Nullable;

/** Finds the original exception under the exceptions that an engine wraps around it. */
public final class RootCause {

  private static final String OWN = "io.podflow.";

  /** The message that remains when Flink fails to add advice to an out-of-memory error. */
  private static final String ENRICHED = "java.lang.Throwable.detailMessage accessible";

  private static final String NO_SPACE = "no space left on device";

  private RootCause() {}

  public static Throwable of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return chain.get(chain.size() - 1);
  }

  /** A refusal with the failed action and the cause in one sentence. */
  public static Refusal refusal(int exitCode, String what, Throwable why) {
    return refusal(exitCode, what, why, "");
  }

  /**
   * A refusal with the failed action and the cause in one sentence.
   *
   * @param more text after the cause
   */
  public static Refusal refusal(int exitCode, String what, Throwable why, String more) {
    Refusal refusal = new Refusal(exitCode, "podflow: " + what + ": " + sentence(why) + more);
    refusal.initCause(why);
    return refusal;
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    Throwable cause = failure;
    while (cause != null && !chain.contains(cause)) {
      chain.add(cause);
      cause = cause.getCause();
    }
    return chain;
  }

  /**
   * The cause in one sentence: the message of podflow's first own exception in the chain, which
   * names the file or value, or else the message of the root cause.
   */
  public static String sentence(Throwable failure) {
    for (Throwable cause : chain(failure)) {
      String message = oneLine(cause.getMessage());
      if (isOwn(cause) && !message.isBlank()) {
        return message.startsWith(OWN) ? afterTheClass(message) : message;
      }
    }
    return ofJava(of(failure));
  }

  private static String ofJava(Throwable cause) {
    if (cause instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    String message = oneLine(cause.getMessage());
    if (cause instanceof OutOfMemoryError) {
      return StepFailure.outOfMemory(message);
    }
    if (message.contains(ENRICHED)) {
      return StepFailure.outOfMemory("in a task of Flink");
    }
    if (isDiskFull(cause)) {
      return "the disk is full (temporary files lie in "
          + System.getProperty("java.io.tmpdir")
          + ")";
    }
    return message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** The exit code of the process for this failure. */
  public static int exitCode(Throwable failure) {
    boolean files = isDiskFull(failure) || of(failure) instanceof FileSystemException;
    return files ? ExitCode.FILES : ExitCode.FAILED;
  }

  /** Whether the disk was full. */
  private static boolean isDiskFull(Throwable failure) {
    return chain(failure).stream()
        .map(cause -> oneLine(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> message.contains(NO_SPACE) || message.contains("disk is full"));
  }

  private static boolean isOwn(Throwable cause) {
    String type =
        cause instanceof SerializedThrowable serialized
            ? serialized.getOriginalErrorClassName()
            : cause.getClass().getName();
    return type.startsWith(OWN);
  }

  /** An exception that Flink serialised as text has its class name before its message. */
  private static String afterTheClass(String message) {
    int end = message.indexOf(": ");
    return end < 0 ? message : message.substring(end + 2);
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("").strip();
  }

  /** The reason in words, because Java's message for the common exceptions is only the path. */
  private static String reason(FileSystemException failure) {
    if (failure.getReason() != null) {
      return failure.getReason();
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure instanceof FileAlreadyExistsException
        ? "already exists"
        : failure.getClass().getSimpleName();
  }
}
