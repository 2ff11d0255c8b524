package io.podflow.report.page;

import io.podflow.connectors.rundb.BenchmarkFigures;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.AssetRow;
import io.podflow.report.history.CapitalShares;
import io.podflow.report.history.DataNote;
import io.podflow.report.history.EquityCurve;
import io.podflow.report.history.EventDigest;
import io.podflow.report.history.LifecycleTimeline;
import io.podflow.report.history.NettingOffset;
import io.podflow.report.history.PodModels;
import io.podflow.report.history.ProtectionExits;
import io.podflow.report.history.RiskHistory;
import io.podflow.report.history.SelectorTimeline;
import io.podflow.report.ledger.Attribution;
import java.util.List;

/** All data of the page, written into the page as JSON. */
record ReportData(
    RunSummary summary,
    boolean synthetic,
    EquityCurve equity,
    RiskHistory risk,
    CapitalShares shares,
    LifecycleTimeline lifecycle,
    Attribution attribution,
    NettingOffset netting,
    List<SelectorTimeline> selector,
    ProtectionExits protection,
    List<PodModels> models,
    List<AssetRow> decisions,
    EventDigest events,
    List<DataNote> notes) {

  static ReportData of(RunDb db, RunSummary summary) {
    return new ReportData(
        summary,
        summary.run().synthetic(),
        EquityCurve.of(db, summary.benchmarks().stream().map(BenchmarkFigures::name).toList()),
        RiskHistory.of(db),
        CapitalShares.of(db),
        LifecycleTimeline.of(db),
        Attribution.of(db),
        NettingOffset.of(db),
        SelectorTimeline.of(db),
        ProtectionExits.of(db),
        PodModels.of(db),
        db.lastAssets(),
        EventDigest.of(db),
        DataNote.of(db));
  }
}
