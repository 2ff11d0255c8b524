package io.podflow.job.report;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.EquityRow;
import java.util.List;

/**
 * Equity and drawdown over time, thinned.
 *
 * @param time bar closes, epoch milliseconds UTC
 * @param equity quote currency
 * @param drawdown positive fractions
 */
record EquityCurve(long[] time, float[] equity, float[] drawdown) {

  private static final int POINTS = 4000;

  static EquityCurve of(RunDb db) {
    List<EquityRow> books = db.equity();
    double[] equity = books.stream().mapToDouble(EquityRow::equity).toArray();
    double[] drawdown = books.stream().mapToDouble(EquityRow::drawdown).toArray();
    int[] kept = Thinning.keep(POINTS, equity, drawdown);
    return new EquityCurve(
        Thinning.pick(books.stream().mapToLong(EquityRow::time).toArray(), kept),
        Thinning.pick(equity, kept),
        Thinning.pick(drawdown, kept));
  }
}
