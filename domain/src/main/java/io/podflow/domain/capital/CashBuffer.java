package io.podflow.domain.capital;

import io.podflow.domain.settings.CashBufferSettings;
import java.util.Arrays;

/**
 * Holds cash back while markets go nowhere (docs/decisions.md, "Capital between pods"): nothing
 * from the trend ADX up, the whole buffer from the range ADX down, and linearly less in between.
 * Nothing while no ADX is known.
 */
final class CashBuffer implements CapitalOverlay {

  private final CashBufferSettings settings;

  CashBuffer(CashBufferSettings settings) {
    this.settings = settings;
  }

  @Override
  public double[] factors(CapitalInputs inputs, double[] weights) {
    double[] factors = new double[weights.length];
    Arrays.fill(factors, 1 - buffer(inputs.meanAdx()));
    return factors;
  }

  private double buffer(double adx) {
    double width = settings.trendAdx() - settings.rangeAdx();
    return Double.isNaN(adx)
        ? 0
        : settings.maxBuffer() * Math.min(1, Math.max(0, (settings.trendAdx() - adx) / width));
  }
}
