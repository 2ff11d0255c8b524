package io.podflow.report.console;

import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.history.DataCounts;
import io.podflow.report.history.DataNote;
import java.util.List;

/** Notes on the bars: rejected rows, missing bars and odd bars. */
record ConsoleNotes(RunSummary summary, List<DataNote> notes) implements ConsoleSection {

  private static final int NOTES = 8;

  @Override
  public void writeTo(ConsoleText text) {
    List<String> remarks = DataCounts.remarks(summary.run().data());
    if (notes.isEmpty() && remarks.isEmpty()) {
      return;
    }
    text.heading("Notes on the data");
    remarks.forEach(remark -> text.line("  %s", remark));
    for (DataNote note : notes.stream().limit(NOTES).toList()) {
      String times = note.count() > 1 ? " (" + note.count() + " times)" : "";
      text.line(
          "  %s%s%s", note.symbol().isEmpty() ? "" : note.symbol() + ": ", note.message(), times);
    }
    if (notes.size() > NOTES) {
      text.line("  and %d more, in table events", notes.size() - NOTES);
    }
  }
}
