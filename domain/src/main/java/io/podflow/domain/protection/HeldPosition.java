package io.podflow.domain.protection;

import io.podflow.domain.indicator.TrueRange;
import io.podflow.domain.position.Position;

/**
 * What a pod holds of one symbol by its own decisions, per unit of its capital: a target decided at
 * a close is held from the symbol's next open on (decision EX2).
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only the methods change them.
 */
public final class HeldPosition {

  /** True ranges that make an average; there is none before so many bars since entry. */
  public static final int TRUE_RANGES = 14;

  /** Base asset per unit of the pod's capital, signed. */
  public double quantity;

  /** Entry price, quote currency; 0 when flat. */
  public double averagePrice;

  /** Highest high since entry of a long position, lowest low of a short one, the fill included. */
  public double extreme;

  /** The quantity to be held from the next open on. */
  public double wanted;

  /** Close of the symbol's last bar, quote currency; NaN before the first. */
  public double lastClose = Double.NaN;

  /** True ranges since entry, quote currency, in the order of {@link #next}. */
  public double[] trueRanges = new double[TRUE_RANGES];

  /** Place in {@link #trueRanges} of the next one. */
  public int next;

  /** Bars since entry. */
  public int bars;

  /** Sign of the position whose stop keeps the symbol out; 0 while nothing does. */
  public int stoppedSign;

  /** Closes with a bar since that stop, while it keeps the symbol out. */
  public int quietBars;

  /** The bar's open fills what was wanted; then the bar is what happened to the position. */
  void onBar(double open, double high, double low, double close) {
    fill(open);
    if (quantity != 0) {
      extreme = quantity > 0 ? Math.max(extreme, high) : Math.min(extreme, low);
      trueRanges[next] = TrueRange.of(high, low, lastClose);
      next = (next + 1) % TRUE_RANGES;
      bars++;
    }
    lastClose = close;
  }

  /** What the pod wants from the next open on, in shares of its capital, signed. */
  public void aim(double target) {
    wanted = target / lastClose;
  }

  /** The position is gone without an open, as when a symbol's bars have stopped. */
  public void drop() {
    wanted = 0;
    fill(lastClose);
    endQuietTime();
  }

  /** Nothing is wanted of the symbol from its next open on, whether it has a bar now or not. */
  public void leave() {
    wanted = 0;
  }

  /** The stop no longer keeps the symbol out. */
  void endQuietTime() {
    stoppedSign = 0;
    quietBars = 0;
  }

  /** Mean of the last {@value #TRUE_RANGES} true ranges since entry; NaN while there are fewer. */
  double averageTrueRange() {
    if (bars < TRUE_RANGES) {
      return Double.NaN;
    }
    double sum = 0;
    for (double range : trueRanges) {
      sum += range;
    }
    return sum / TRUE_RANGES;
  }

  private void fill(double price) {
    if (wanted == quantity) {
      return;
    }
    if (wanted == 0 || (wanted > 0) != (quantity > 0) || quantity == 0) {
      extreme = price;
      bars = 0;
      next = 0;
    }
    averagePrice = Position.average(quantity, averagePrice, wanted, price);
    quantity = wanted;
  }
}
