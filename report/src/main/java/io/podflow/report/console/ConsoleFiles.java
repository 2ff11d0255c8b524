package io.podflow.report.console;

import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.text.Figures;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files in the folder of the run. */
record ConsoleFiles(RunSummary summary, Path run) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    text.heading("Written");
    long rows = summary.rows().values().stream().mapToLong(Long::longValue).sum();
    file(
        text,
        RunFolder.DATABASE,
        Figures.format("%,d rows in %d tables", rows, summary.rows().size()));
    file(text, RunFolder.SUMMARY, "these figures, unrounded");
    file(text, RunFolder.CONFIG, "the configuration with all defaults");
    file(text, RunFolder.REPORT, "open it in a browser");
  }

  private void file(ConsoleText text, String name, String what) {
    if (Files.exists(run.resolve(name))) {
      text.line("  %s  (%s)", run.resolve(name), what);
    }
  }
}
