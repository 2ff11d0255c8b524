package io.podflow.oracle;

/** Table {@code targets}: a row for every symbol that is decided at a close (CA5, FP6 to FP8). */
final class TargetsCheck {

  private final Wants wants;
  private final Scales scales;
  private final Decisions decisions;
  private final Comparison comparison;

  TargetsCheck(Wants wants, Scales scales, Decisions decisions, Comparison comparison) {
    this.wants = wants;
    this.scales = scales;
    this.decisions = decisions;
    this.comparison = comparison;
  }

  void check() {
    decisions.all().forEach(this::row);
  }

  private void row(Decision decision) {
    long close = decision.close();
    double[] weights = wants.weights(decision.symbol(), close);
    double gross = 0;
    for (double weight : weights) {
      gross += Math.abs(weight);
    }
    double net = Algebra.sum(weights);
    double scale = scales.leverage(close) * scales.risk(close) * scales.volatility(close);
    comparison
        .row(close, decision.symbol())
        .number("gross_pod_target", gross)
        .number("net_target", net)
        .number("risk_scale", scales.risk(close))
        .number("leverage_scale", scales.leverage(close))
        .number("volatility_scale", scales.volatility(close))
        .number("volatility_estimate", scales.estimate(close))
        .number("target", net * scale)
        .text("cause", decision.cause());
  }
}
