package io.podflow.app.bars;

import io.podflow.connectors.csv.RowCounts;
import io.podflow.connectors.csv.SymbolFile;
import org.jspecify.annotations.Nullable;

/** What makes a backtest refuse a file of bars, under the default settings. */
final class BarFault {

  /** The default of {@code backtest.max_rejected_share}. */
  private static final double MAX_REJECTED_SHARE = 0.01;

  private BarFault() {}

  /** A sentence; null when the file is fine. */
  static @Nullable String of(SymbolFile file) {
    RowCounts counts = file.counts();
    if (!file.hasBars()) {
      return file.file()
          + ": no row can be used"
          + (counts.firstOffence().isEmpty() ? "" : ", the first: " + counts.firstOffence());
    }
    return counts.rejectedShare() > MAX_REJECTED_SHARE
        ? file.file()
            + ": "
            + counts.rejectedRows()
            + " of "
            + (counts.used() + counts.rejectedRows())
            + " rows cannot be used, the first: "
            + counts.firstOffence()
        : null;
  }
}
