package io.podflow.domain.metrics;

/**
 * The round trips of one symbol: each begins with a fill that opens a position and ends with the
 * one that closes it or turns it round, which begins the next. What is still open counts at the
 * last price.
 */
public final class RoundTrips {

  /** What is left of a position that was closed, relative to its fills: rounding. */
  private static final double CLOSED = 1e-9;

  private double quantity;
  private double cash;
  private double traded;
  private boolean marked;
  private double marksOf;
  private double all;

  /**
   * One fill.
   *
   * @param signed quantity, positive when bought
   * @param price quote currency
   * @param cost fee, slippage and impact, quote currency
   * @param isMarked whether it is of the fills that are looked for
   */
  public void fill(double signed, double price, double cost, boolean isMarked) {
    boolean turns = quantity != 0 && quantity > 0 != signed > 0;
    double closing = turns ? Math.min(Math.abs(signed), Math.abs(quantity)) : 0;
    boolean closes = turns && Math.abs(quantity) - closing <= CLOSED * traded;
    double share = closes ? closing / Math.abs(signed) : 1;
    take(signed * share, price, cost * share, isMarked);
    if (closes) {
      end();
      double rest = signed * (1 - share);
      if (Math.abs(rest) > CLOSED * Math.abs(signed)) {
        take(rest, price, cost * (1 - share), isMarked);
      }
    }
  }

  private void take(double signed, double price, double cost, boolean isMarked) {
    quantity += signed;
    cash -= signed * price + cost;
    traded = Math.max(traded, Math.abs(quantity));
    marked |= isMarked;
  }

  /** The end of the run. */
  public void end(double price) {
    cash += quantity * price;
    end();
  }

  private void end() {
    all += Math.abs(cash);
    marksOf += marked ? Math.abs(cash) : 0;
    quantity = 0;
    cash = 0;
    traded = 0;
    marked = false;
  }

  /** Whether a position is open. */
  public boolean isOpen() {
    return quantity != 0;
  }

  /** Σ|profit or loss| of the round trips that have ended, costs included, quote currency. */
  public double sizeOfAll() {
    return all;
  }

  /** The same of those with a fill that is looked for. */
  public double sizeOfMarked() {
    return marksOf;
  }
}
