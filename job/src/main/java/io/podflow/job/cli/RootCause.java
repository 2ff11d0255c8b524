package io.podflow.job.cli;

/** Finds what really went wrong under the wrappings an engine puts around it. */
final class RootCause {

  private RootCause() {}

  static Throwable of(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The cause in one sentence; the type's name only when there is no message. */
  static String sentence(Throwable failure) {
    Throwable cause = of(failure);
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
