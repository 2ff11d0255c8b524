package io.podflow.connectors.csv;

import io.podflow.domain.journal.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been found in one file and not yet been told, and the first row that was refused. */
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

  /** A row that fails a strict run, and is told later together with others. */
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

  /** What has been found since this was last asked. */
  List<Finding> take() {
    List<Finding> taken = List.copyOf(untold);
    untold.clear();
    return taken;
  }

  /** The first row that fails a strict run; null while there is none. */
  @Nullable String firstOffence() {
    return firstOffence;
  }
}
