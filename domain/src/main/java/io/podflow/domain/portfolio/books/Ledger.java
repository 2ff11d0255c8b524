package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.position.Position;
import io.podflow.domain.position.Quantity;
import java.util.Arrays;

/**
 * Cash and quantities of every pod, and the reserve (decisions AC4, FP8). What the portfolio has is
 * the sum of what the pods have, in the order of the pods. Money is in quote currency, quantities
 * are signed and in the base asset; symbols are indexes into the universe.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only the methods change them.
 */
public final class Ledger {

  /** Capital that no pod has, in cash. */
  public double reserve;

  /** Cash account by pod. */
  public double[] podCash = {};

  /**
   * By pod: its capital when what it has earned was last taken, and what came from the reserve or
   * went there since.
   */
  public double[] given = {};

  /** Quantity by pod, then symbol. */
  public double[][] quantities = {};

  /** Size of the largest quantity ever, by pod, then symbol: what is rounding beside it is 0. */
  public double[][] largest = {};

  /** Entry price of the portfolio's position by symbol; 0 when flat. */
  public double[] averagePrices = {};

  /** Last close by symbol; 0 before the first. */
  public double[] marks = {};

  /** For deserialisation only. */
  public Ledger() {}

  /** A ledger in which {@code capital} is all there is, and all of it reserve. */
  public Ledger(int pods, int symbols, double capital) {
    reserve = capital;
    podCash = new double[pods];
    given = new double[pods];
    quantities = new double[pods][symbols];
    largest = new double[pods][symbols];
    averagePrices = new double[symbols];
    marks = new double[symbols];
  }

  /** Makes room for pods without anything and symbols without a price. */
  void grow(int pods, int symbols) {
    podCash = Arrays.copyOf(podCash, pods);
    given = Arrays.copyOf(given, pods);
    quantities = Grown.rows(quantities, pods, symbols);
    largest = Grown.rows(largest, pods, symbols);
    averagePrices = Arrays.copyOf(averagePrices, symbols);
    marks = Arrays.copyOf(marks, symbols);
  }

  /**
   * State from before the largest quantities were kept has had what it has; earnings that were not
   * kept count from here on.
   */
  public void complete() {
    int known = given.length;
    given = Arrays.copyOf(given, podCash.length);
    for (int p = known; p < given.length; p++) {
      given[p] = capital(p);
    }
    if (largest.length < quantities.length) {
      largest = new double[quantities.length][];
      for (int p = 0; p < largest.length; p++) {
        largest[p] = new double[quantities[p].length];
        for (int s = 0; s < largest[p].length; s++) {
          largest[p][s] = Math.abs(quantities[p][s]);
        }
      }
    }
  }

  public double cash() {
    double cash = 0;
    for (double account : podCash) {
      cash += account;
    }
    return cash + reserve;
  }

  /** The portfolio's quantity of a symbol. */
  public double quantity(int symbol) {
    double sum = 0;
    double most = 0;
    for (double[] pod : quantities) {
      sum += pod[symbol];
      most = Math.max(most, Math.abs(pod[symbol]));
    }
    return Quantity.orZero(sum, most);
  }

  /** Whether nothing is held; what pods hold against each other is nothing to the portfolio. */
  public boolean isFlat() {
    for (int s = 0; s < marks.length; s++) {
      if (quantity(s) != 0) {
        return false;
      }
    }
    return true;
  }

  public Position position(int symbol) {
    return new Position(quantity(symbol), averagePrices[symbol]);
  }

  /** Value of the portfolio's position at the last close. */
  public double value(int symbol) {
    return quantity(symbol) * marks[symbol];
  }

  /** Σ|value| of the portfolio's positions at the last closes. */
  public double gross() {
    double gross = 0;
    for (int s = 0; s < marks.length; s++) {
      gross += Math.abs(value(s));
    }
    return gross;
  }

  public double equity() {
    double value = 0;
    for (int s = 0; s < marks.length; s++) {
      value += value(s);
    }
    return cash() + value;
  }

  /** The pod's cash and the value of what it holds. */
  public double capital(int pod) {
    return podCash[pod] + holdings(pod);
  }

  private double holdings(int pod) {
    double value = 0;
    for (int s = 0; s < marks.length; s++) {
      value += quantities[pod][s] * marks[s];
    }
    return value;
  }

  /** Moves cash between the pod and the reserve until the pod's capital is {@code capital}. */
  public void setCapital(int pod, double capital) {
    given[pod] += capital - capital(pod);
    double cash = capital - holdings(pod);
    reserve -= cash - podCash[pod];
    podCash[pod] = cash;
  }

  /**
   * What the pod has earned since this was last asked: its fills, marks, fees and funding (decision
   * FI2). What a rebalance moves is not earned.
   */
  public double takeEarned(int pod) {
    double capital = capital(pod);
    double earned = capital - given[pod];
    given[pod] = capital;
    return earned;
  }

  /**
   * Takes a share of the value of what is held of a symbol from the pods that hold it.
   *
   * @param rate fraction of the value, positive when longs pay
   * @return what all pods paid, quote currency
   */
  double pay(int symbol, double rate) {
    double sum = 0;
    for (int p = 0; p < podCash.length; p++) {
      double amount = quantities[p][symbol] * marks[symbol] * rate;
      podCash[p] -= amount;
      sum += amount;
    }
    return sum;
  }

  /** A pod gets more or less of a symbol, at its last close. */
  public void adopt(int pod, int symbol, double change) {
    change(pod, symbol, change);
    podCash[pod] -= change * marks[symbol];
  }

  private void change(int pod, int symbol, double change) {
    double after = quantities[pod][symbol] + change;
    largest[pod][symbol] = Math.max(largest[pod][symbol], Math.abs(after));
    quantities[pod][symbol] = Quantity.orZero(after, largest[pod][symbol]);
  }

  /** Books the pods' parts of a fill and of what they crossed. */
  public void book(Execution execution) {
    Trade trade = execution.trade();
    int s = trade.symbol();
    Position before = position(s);
    for (int p = 0; p < podCash.length; p++) {
      double change = trade.changes()[p];
      change(p, s, change);
      podCash[p] -= change * execution.price() + execution.cost(p);
    }
    if (trade.hasOrder()) {
      averagePrices[s] = before.movedTo(quantity(s), execution.price()).averagePrice();
    }
  }
}
