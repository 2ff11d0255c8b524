package io.podflow.job.report;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.AssetRow;
import java.util.List;

/** Everything the page shows, as it goes into the page. */
record ReportData(
    RunSummary summary,
    boolean synthetic,
    EquityCurve equity,
    CapitalShares shares,
    List<SelectorTimeline> selector,
    List<AssetRow> decisions,
    EventDigest events,
    List<DataNote> notes) {

  static ReportData of(RunDb db, RunSummary summary) {
    return new ReportData(
        summary,
        summary.run().synthetic(),
        EquityCurve.of(db),
        CapitalShares.of(db),
        SelectorTimeline.of(db),
        db.lastAssets(),
        EventDigest.of(db),
        DataNote.of(db));
  }
}
