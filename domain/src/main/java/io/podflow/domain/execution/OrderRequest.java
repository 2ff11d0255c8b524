package io.podflow.domain.execution;

import io.podflow.domain.journal.Cause;
import io.podflow.domain.position.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A wanted change of one symbol at one close, with all that decides whether it becomes an order.
 * Quantities are signed, in the base asset, the sum of all pods, after handovers and without what
 * is kept.
 *
 * @param wanted quantity that is wanted
 * @param position quantity that is held
 * @param onItsWay quantity of orders that are open
 * @param largest size of the largest quantity of any pod that the change comes from
 * @param cause why it is wanted; null when nothing changes
 * @param forced whether the change passes {@link OrderRule#BAND} and {@link OrderRule#MIN_ORDER}
 * @param threshold {@code rebalance_threshold}: the smallest of the pods that count
 * @param equity quote currency
 * @param close price, quote currency
 * @param minOrder smallest order as a share of equity
 * @param minNotional smallest order, quote currency
 * @param lot quantities are multiples of it; 0 when there is none
 * @param bar whether the symbol has a bar at this close
 * @param waiting whether an order is open, or there is no price to trade at
 * @param exchange what the exchange side takes
 * @param halted what a halted portfolio may still do
 */
public record OrderRequest(
    double wanted,
    double position,
    double onItsWay,
    double largest,
    @Nullable Cause cause,
    boolean forced,
    double threshold,
    double equity,
    double close,
    double minOrder,
    double minNotional,
    double lot,
    boolean bar,
    boolean waiting,
    OrderAccess exchange,
    OrderAccess halted) {

  /** A whole number of lots may be short of it by rounding. */
  private static final double LOT_ROUNDING = 1 + 1e-12;

  /** What is held once all that is on its way has come. */
  public double held() {
    return position + onItsWay;
  }

  /** The change that is left to send; 0 when it is too small to be one. */
  public double change() {
    return Quantity.orZero(wanted - held(), Math.max(largest, Quantity.largest(wanted, position)));
  }

  /** The change in whole lots, rounded toward 0. */
  public double rounded() {
    double change = change();
    return lot == 0
        ? change
        : Math.copySign(Math.floor(Math.abs(change) / lot * LOT_ROUNDING) * lot, change);
  }

  /** Whether nothing is wanted any more of what is held. */
  boolean closes() {
    return Quantity.isZero(wanted, largest);
  }

  /** Whether the change goes against the position and does not pass 0. */
  boolean reduces() {
    double change = change();
    return change * position < 0 && !Quantity.isBelow(Math.abs(position), Math.abs(change));
  }

  /** The change below which {@link OrderRule#BAND} refuses, in quantity. */
  public double band() {
    return threshold * Math.max(Math.abs(wanted), Math.abs(held()));
  }
}
