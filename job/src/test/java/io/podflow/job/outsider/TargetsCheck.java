package io.podflow.job.outsider;

/**
 * Table {@code targets}: a row for every symbol that may be traded at a close (CA5, FP6 to FP8).
 */
final class TargetsCheck {

  private final Run run;
  private final Wants wants;
  private final Risks risks;
  private final VolatilityCap cap;
  private final Trades trades;
  private final Comparison comparison;

  TargetsCheck(
      Run run, Wants wants, Risks risks, VolatilityCap cap, Trades trades, Comparison comparison) {
    this.run = run;
    this.wants = wants;
    this.risks = risks;
    this.cap = cap;
    this.trades = trades;
    this.comparison = comparison;
  }

  void check() {
    for (long close : run.closes) {
      if (run.ruined(close)) {
        return;
      }
      double leverage = 0;
      for (String symbol : run.universe) {
        leverage += Math.abs(Algebra.sum(wants.weights(symbol, close)));
      }
      double limit = run.config.number("max_gross_leverage");
      double scale = leverage > limit ? limit / leverage : 1;
      for (String symbol : run.universe) {
        boolean tradable = run.seen(symbol, close) && !run.stale(symbol, close);
        if (run.present(symbol, close) && tradable && !trades.waiting(symbol, close)) {
          row(symbol, close, scale);
        }
      }
    }
  }

  private void row(String symbol, long close, double scale) {
    double[] weights = wants.weights(symbol, close);
    double gross = 0;
    for (double weight : weights) {
      gross += Math.abs(weight);
    }
    double net = Algebra.sum(weights);
    comparison
        .row(close, symbol)
        .number("gross_pod_target", gross)
        .number("net_target", net)
        .number("risk_scale", risks.scale(close))
        .number("leverage_scale", scale)
        .number("volatility_scale", cap.scale(close))
        .number("volatility_estimate", cap.estimate(close))
        .number("target", net * scale * risks.scale(close) * cap.scale(close));
  }
}
