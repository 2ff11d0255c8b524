package io.podflow.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What all targets of a close are multiplied by, and what a pod's share was last set to. */
final class Scales {

  private static final double A_TENTH_MORE = 1.1;

  private final Run run;
  private final Accounts accounts;
  private final Wants wants;
  private final Risks risks;
  private final VolatilityCap cap;
  private final Map<String, TreeMap<Long, Double>> fractions = new HashMap<>();

  /** By close: every symbol and pod asks for them. */
  private final Map<Long, Double> leverages = new HashMap<>();

  private final Map<Long, Boolean> forced = new HashMap<>();

  Scales(Run run, Accounts accounts, Wants wants, Risks risks, VolatilityCap cap) {
    this.run = run;
    this.accounts = accounts;
    this.wants = wants;
    this.risks = risks;
    this.cap = cap;
    for (Row row : run.recorded.rows("allocations")) {
      if (row.flag("applied")) {
        fractions
            .computeIfAbsent(row.text("pod"), pod -> new TreeMap<>())
            .put(row.time, row.number("fraction"));
      }
    }
  }

  /** Share of equity that the pod's last applied rebalance gave it. */
  double fraction(int p, long close) {
    Config.Pod pod = run.config.pods.get(p);
    Map.Entry<Long, Double> last =
        fractions.getOrDefault(pod.id(), new TreeMap<>()).floorEntry(close);
    double initial = pod.startsRetired() ? 0 : pod.number("initial_fraction");
    return last == null ? initial : last.getValue();
  }

  double risk(long close) {
    return risks.scale(close);
  }

  /** All of them together. */
  double all(long close) {
    return leverage(close) * risk(close) * volatility(close);
  }

  /** Σ|net| within {@code max_gross_leverage} (CA5). */
  double leverage(long close) {
    return leverages.computeIfAbsent(close, this::leverageAt);
  }

  private double leverageAt(long close) {
    double gross = 0;
    for (String symbol : run.universe) {
      gross += Math.abs(Algebra.sum(wants.weights(symbol, close)));
    }
    double limit = run.config.number("max_gross_leverage");
    return gross > limit ? limit / gross : 1;
  }

  /** ν: what brings the estimate within {@code max_portfolio_volatility} (EV4). */
  double volatility(long close) {
    return cap.scale(close);
  }

  /** Annualised volatility of what is wanted; NaN when the cap does not act. */
  double estimate(long close) {
    return cap.estimate(close);
  }

  /** Whether what is held breaks a limit by more than a tenth, so that what shrinks is forced. */
  boolean forces(long close) {
    return forced.computeIfAbsent(close, this::forcesAt);
  }

  private boolean forcesAt(long close) {
    double equity = run.equity(close);
    TreeMap<String, Double> held = new TreeMap<>();
    double gross = 0;
    for (String symbol : run.universe) {
      double quantity = Algebra.sum(accounts.held(symbol, close));
      if (quantity != 0) {
        held.put(symbol, quantity * run.mark(symbol, close) / equity);
        gross += Math.abs(quantity * run.mark(symbol, close) / equity);
      }
    }
    double volatility = run.config.number("max_portfolio_volatility");
    return gross > A_TENTH_MORE * run.config.number("max_gross_leverage")
        || (!Double.isNaN(volatility) && cap.estimate(close, held) > A_TENTH_MORE * volatility);
  }
}
