package io.podflow.chaos;

import io.podflow.chaos.plan.Moment;
import io.podflow.chaos.verdict.Audit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The moments of a run with what came of them, as a table of a document. */
final class MomentTable {

  static final String HEAD =
      """
      | fault | drawn | after the orders of | + ms | in flight | load | decides again after | commits after | verdict |
      | --- | --- | --- | --: | --: | --: | --: | --: | --- |
      """;

  private MomentTable() {}

  /** A row without its verdict, which the whole run is needed for. */
  static String row(Outcome outcome) {
    Moment moment = outcome.moment();
    return "| %s | %s | %s | %d | %d | %.0f | %.1f s | %.1f s |"
        .formatted(
            moment.faults(),
            outcome.detail(),
            Instant.ofEpochMilli(moment.close()),
            moment.delayMillis(),
            outcome.inFlight(),
            outcome.load(),
            outcome.decidedMillis() / 1e3,
            outcome.committedMillis() / 1e3);
  }

  /** All rows. What is different from one moment on and before the next is laid to that one. */
  static List<String> rows(List<Outcome> outcomes, Audit audit) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      long from = i == 0 ? Long.MIN_VALUE : outcomes.get(i).moment().close();
      long before =
          i + 1 == outcomes.size() ? Long.MAX_VALUE : outcomes.get(i + 1).moment().close();
      long differences = audit.differencesBetween(from, before);
      String verdict = differences == 0 ? "equal" : differences + " rows DIFFER";
      rows.add(row(outcomes.get(i)) + " " + verdict + " |");
    }
    return rows;
  }
}
