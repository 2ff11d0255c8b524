package io.podflow.connectors.csv;

import io.podflow.domain.journal.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one file that no event has reported yet, and the first row that fails a strict run.
 */
final class FileFindings {

  private final List<Finding> untold = new ArrayList<>();
  private @Nullable String firstOffence;

  /** A row that fails a strict run. */
  void offence(long position, String text) {
    untold.add(new Finding(position, Severity.WARNING, text));
    if (firstOffence == null) {
      firstOffence = text;
    }
  }

  /** A row that fails a strict run and is reported at the end of the file, together with others. */
  void offenceToTellLater(String text) {
    if (firstOffence == null) {
      firstOffence = text;
    }
  }

  void warn(long position, String text) {
    untold.add(new Finding(position, Severity.WARNING, text));
  }

  void note(long position, String text) {
    untold.add(new Finding(position, Severity.INFO, text));
  }

  boolean isEmpty() {
    return untold.isEmpty();
  }

  /** Returns the findings since the last call and removes them. */
  List<Finding> take() {
    List<Finding> taken = List.copyOf(untold);
    untold.clear();
    return taken;
  }

  /** File, line and reason of the first row that fails a strict run; null without one. */
  @Nullable String firstOffence() {
    return firstOffence;
  }
}
