package io.podflow.domain.indicator;

/**
 * OBV of docs/strategies.md, after Granville: the running sum of volume, counted positive in bars
 * that closed higher than the one before, negative in those that closed lower. In units of volume;
 * only its changes have a meaning, as the sum starts at the first bar that is kept.
 *
 * <p>Public fields because it is kept in state as it stands; only {@link #add} changes it.
 */
public final class OnBalanceVolume {

  public double previousClose = Double.NaN;
  public double sum = Double.NaN;

  /** With no bar yet. */
  public OnBalanceVolume() {}

  /** Takes in the next bar. */
  public void add(double close, double volume) {
    double signed = volume * Math.signum(close - previousClose);
    sum = Double.isNaN(sum) ? signed : sum + signed;
    previousClose = close;
  }

  /** NaN at the first bar. */
  public double value() {
    return sum;
  }
}
