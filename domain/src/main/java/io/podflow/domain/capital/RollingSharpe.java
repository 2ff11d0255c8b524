package io.podflow.domain.capital;

import io.podflow.domain.allocation.EqualWeight;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.settings.RollingSharpeSettings;
import java.util.Arrays;

/**
 * Weights in proportion to the pods' Sharpe ratios over the last days (docs/decisions.md, "Capital
 * between pods"). A pod whose ratio is not positive gets the smallest weight, and the others share
 * the rest. When none is positive, or on fewer than {@value #ENOUGH_DAYS} days, all get the same.
 */
final class RollingSharpe {

  private static final int ENOUGH_DAYS = 5;

  private final RollingSharpeSettings settings;

  RollingSharpe(RollingSharpeSettings settings) {
    this.settings = settings;
  }

  /** Weights of the pods in the table, summing to 1. */
  double[] weights(ReturnTable table) {
    double[] ratios = Arrays.stream(table.returns()).mapToDouble(this::ratio).toArray();
    double sum = Arrays.stream(ratios).sum();
    if (table.days() < ENOUGH_DAYS || sum == 0) {
      return EqualWeight.of(ratios.length);
    }
    double least = settings.minWeight();
    double rest = 1 - least * Arrays.stream(ratios).filter(ratio -> ratio == 0).count();
    return Arrays.stream(ratios).map(ratio -> ratio == 0 ? least : rest * (ratio / sum)).toArray();
  }

  /** The Sharpe ratio over the look-back, 0 where it is negative. */
  private double ratio(double[] returns) {
    int from = Math.max(0, returns.length - settings.lookback());
    double[] last = Arrays.copyOfRange(returns, from, returns.length);
    return Math.max(0, ReturnMetrics.sharpe(last, AnnualCovariance.DAYS_PER_YEAR));
  }
}
