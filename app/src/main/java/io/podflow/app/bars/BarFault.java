package io.podflow.app.bars;

import io.podflow.connectors.csv.RowCounts;
import io.podflow.connectors.csv.SymbolFile;
import org.jspecify.annotations.Nullable;

/** Tells whether a backtest with default settings would refuse a file of bars. */
final class BarFault {

  /** The default of {@code backtest.max_rejected_share}. */
  private static final double MAX_REJECTED_SHARE = 0.01;

  private BarFault() {}

  /** The fault of the file in one sentence; null when a backtest would accept the file. */
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
