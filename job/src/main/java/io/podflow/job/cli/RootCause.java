package io.podflow.job.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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
    if (cause instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** Java's message for the common ones is the bare path. */
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
