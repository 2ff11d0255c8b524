package io.podflow.connectors.rundb;

import io.podflow.domain.metrics.HeadlineFigures;

/**
 * How much a run traded.
 *
 * @param orders sent
 * @param fills of orders
 * @param fees fee, slippage and impact, quote currency
 * @param funding booked on positions, quote currency
 * @param turnoverPerYear Σ|notional| / equity in a year
 */
public record TradingFigures(
    long orders, long fills, double fees, double funding, double turnoverPerYear) {

  static TradingFigures of(RunDb db, HeadlineFigures total) {
    return db.query(
            "SELECT total(fees), total(funding), total(turnover) FROM equity",
            row ->
                new TradingFigures(
                    db.count(RunTable.ORDERS),
                    db.count(RunTable.FILLS),
                    row.real(0),
                    row.real(1),
                    total.years() > 0 ? row.real(2) / total.years() : 0.0))
        .get(0);
  }
}
