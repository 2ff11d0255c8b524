package io.podflow.report.ledger;

import io.podflow.domain.position.Position;

/**
 * The position of one pod in one symbol and its profit so far, from which a pod's profit by symbol
 * is computed (decision AC4).
 *
 * @param quantity signed, base asset
 * @param averagePrice entry price, quote currency; 0 when flat
 * @param realisedPnl profit of closed quantities less the fees of all fills, opening fills
 *     included, quote currency
 * @param trades number of fills so far
 */
public record PodPosition(double quantity, double averagePrice, double realisedPnl, int trades) {

  public static final PodPosition FLAT = new PodPosition(0, 0, 0, 0);

  /**
   * The position after a fill.
   *
   * @param signedQuantity quantity of the fill, base asset, negative for a sale
   * @param price quote currency
   * @param cost fee, slippage and impact of the fill, quote currency
   */
  public PodPosition filled(double signedQuantity, double price, double cost) {
    Position after = new Position(quantity, averagePrice).filled(signedQuantity, price);
    return new PodPosition(
        after.quantity(),
        after.averagePrice(),
        realisedPnl + closed(signedQuantity) * (price - averagePrice) - cost,
        trades + 1);
  }

  /** The quantity that a fill closes, base asset, with the sign of the position. */
  private double closed(double signedQuantity) {
    if (quantity * signedQuantity >= 0) {
      return 0;
    }
    return Math.copySign(Math.min(Math.abs(quantity), Math.abs(signedQuantity)), quantity);
  }

  /** Profit that closing at {@code price} would realise, before costs; quote currency. */
  public double unrealisedPnl(double price) {
    return quantity * (price - averagePrice);
  }

  /** Realised and unrealised profit; only the realised profit where {@code price} is NaN. */
  public double pnl(double price) {
    return Double.isNaN(price) ? realisedPnl : realisedPnl + unrealisedPnl(price);
  }
}
