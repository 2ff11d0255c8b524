package io.podflow.domain.metrics;

import java.util.Arrays;

/**
 * A benchmark (decision FI2): capital in equal parts, one per symbol. Each part buys its symbol at
 * the symbol's first open, holds it, and sells it at the last close when the symbol's bars have
 * stopped; it is never bought again. Until it is bought and after it is sold, a part is cash.
 * Nothing is ever moved between parts, and funding is not paid.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only the methods change them.
 * Symbols are indexes; amounts are in quote currency, quantities in the base asset.
 */
public final class EqualParts {

  /** By symbol: what the part has in cash. */
  public double[] cash = {};

  /** By symbol: what the part holds. */
  public double[] quantities = {};

  /** By symbol: its last close. */
  public double[] marks = {};

  /** By symbol: whether the part has had its one purchase. */
  public boolean[] bought = {};

  /** Parts of nothing: state of before there were benchmarks. */
  public EqualParts() {}

  /** {@code capital} in cash. */
  public EqualParts(double capital, int symbols) {
    cash = new double[symbols];
    Arrays.fill(cash, capital / symbols);
    quantities = new double[symbols];
    marks = new double[symbols];
    bought = new boolean[symbols];
  }

  /** Whether there is a benchmark at all. */
  public boolean exists() {
    return cash.length > 0;
  }

  /** Makes room for symbols that came later; they have no part. */
  public void grow(int symbols) {
    if (exists() && cash.length < symbols) {
      cash = Arrays.copyOf(cash, symbols);
      quantities = Arrays.copyOf(quantities, symbols);
      marks = Arrays.copyOf(marks, symbols);
      bought = Arrays.copyOf(bought, symbols);
    }
  }

  /**
   * A bar of the symbol in its finest timeframe.
   *
   * @param costRate cost of a fill, fraction of its value
   */
  public void bar(int symbol, double open, double close, double costRate) {
    if (!bought[symbol]) {
      bought[symbol] = true;
      quantities[symbol] = cash[symbol] / (open * (1 + costRate));
      cash[symbol] = 0;
    }
    marks[symbol] = close;
  }

  /** The symbol's bars have stopped. */
  public void stale(int symbol, double costRate) {
    if (quantities[symbol] != 0) {
      cash[symbol] += quantities[symbol] * marks[symbol] * (1 - costRate);
      quantities[symbol] = 0;
    }
  }

  /** What all parts are worth at the last closes. */
  public double equity() {
    double sum = 0;
    for (int s = 0; s < cash.length; s++) {
      sum += cash[s] + quantities[s] * marks[s];
    }
    return sum;
  }
}
