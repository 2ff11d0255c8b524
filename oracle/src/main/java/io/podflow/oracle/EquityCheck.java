package io.podflow.oracle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Table {@code equity}: a row for every close of the portfolio. */
final class EquityCheck {

  private final Run run;
  private final Accounts accounts;
  private final Decisions decisions;
  private final Comparison comparison;

  EquityCheck(Run run, Accounts accounts, Decisions decisions, Comparison comparison) {
    this.run = run;
    this.accounts = accounts;
    this.decisions = decisions;
    this.comparison = comparison;
  }

  void check() {
    Map<Long, List<Row>> fills = byTime("fills");
    Map<Long, List<Row>> positions = byTime("positions");
    Map<Long, Row> recorded =
        run.recorded.rows("equity").stream().collect(Collectors.toMap(row -> row.time, row -> row));
    double capital = run.config.backtest("capital").asDouble();
    double cash = capital;
    double reserve = capital - initialCapitals(capital);
    double peak = capital;
    for (long close : run.closes) {
      double costs = 0;
      double traded = 0;
      for (Row fill : fills.getOrDefault(close, List.of())) {
        double notional = fill.number("quantity") * fill.number("price");
        double cost = fill.number("fee") + fill.number("slippage_cost");
        cash -= (fill.text("side").equals("BUY") ? notional : -notional) + cost;
        costs += cost;
        traded += notional;
      }
      cash -= accounts.funding(close);
      double gross = 0;
      double net = 0;
      for (Row position : positions.getOrDefault(close, List.of())) {
        gross += Math.abs(position.number("value"));
        net += position.number("value");
      }
      double equity = run.equity(close);
      peak = Math.max(peak, equity);
      reserve += Algebra.sum(accounts.before(close)) - Algebra.sum(accounts.after(close));
      comparison
          .row(close)
          .money("equity", cash + net)
          .money("cash", cash)
          .money("reserve", reserve)
          .number("gross_exposure", equity > 0 ? gross / equity : 0)
          .number("net_exposure", equity > 0 ? net / equity : 0)
          .number("drawdown", Math.min(1, 1 - equity / peak))
          .number("fees", costs)
          .money("funding", accounts.funding(close))
          .number("turnover", equity > 0 ? traded / equity : 0)
          .number("tracking_gap", decisions.tracking(close)[0])
          .number("wanted_gross", decisions.tracking(close)[1])
          .number("debt", Math.max(0, -equity));
      if (recorded.containsKey(close)) {
        cash = recorded.get(close).number("cash");
        reserve = recorded.get(close).number("reserve");
      }
    }
  }

  private double initialCapitals(double capital) {
    return run.config.pods.stream()
        .filter(pod -> !pod.startsRetired())
        .mapToDouble(pod -> pod.number("initial_fraction") * capital)
        .sum();
  }

  private Map<Long, List<Row>> byTime(String table) {
    return run.recorded.rows(table).stream().collect(Collectors.groupingBy(row -> row.time));
  }
}
