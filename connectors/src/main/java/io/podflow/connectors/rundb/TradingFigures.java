package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.metrics.HeadlineFigures;
import io.podflow.domain.metrics.Turnover;
import java.util.List;

/**
 * Orders, fills, costs and turnover of a run.
 *
 * @param orders sent
 * @param fills of orders
 * @param fees fee, slippage and impact, quote currency
 * @param funding booked on positions, quote currency
 * @param turnoverPerYear two-sided, Σ(|notional| / equity of the close) per year (decision FI1)
 */
public record TradingFigures(
    long orders, long fills, double fees, double funding, double turnoverPerYear) {

  static TradingFigures of(RunDb db, List<EquityRow> books, HeadlineFigures total) {
    double[] turnover = books.stream().mapToDouble(EquityRow::turnover).toArray();
    return db.query(
            "SELECT total(fees), total(funding) FROM equity",
            row ->
                new TradingFigures(
                    db.count(RunTable.ORDERS),
                    db.count(RunTable.FILLS),
                    row.real(0),
                    row.real(1),
                    Turnover.perYear(turnover, total.years())))
        .get(0);
  }
}
