package io.podflow.report.console;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.history.DataNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The terminal summary of a finished run. */
public final class ConsoleSummary {

  private ConsoleSummary() {}

  /**
   * The summary of the finished run in folder {@code run}; lines end with a line feed.
   *
   * @throws IOException when the folder has no readable summary or no database
   */
  public static String of(Path run) throws IOException {
    RunSummary summary = RunSummary.read(run.resolve(RunFolder.SUMMARY));
    try (RunDb db = RunDb.open(RunFolder.databaseOf(run))) {
      ConsoleText text = new ConsoleText();
      sections(run, summary, db).forEach(section -> section.writeTo(text));
      return text.toString();
    }
  }

  private static List<ConsoleSection> sections(Path run, RunSummary summary, RunDb db) {
    return List.of(
        new ConsoleHead(summary),
        new ConsoleEarned(summary),
        new ConsoleCompared(summary),
        new ConsolePortfolio(summary),
        new ConsoleAccounts(summary),
        new ConsoleLifecycle(LifecycleWords.of(db)),
        new ConsoleDecisions(summary, db.lastAssets()),
        new ConsoleNotes(summary, DataNote.of(db)),
        new ConsoleFiles(summary, run));
  }
}
