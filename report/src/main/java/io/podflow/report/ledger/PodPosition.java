package io.podflow.report.ledger;

import io.podflow.domain.position.Position;

/**
 * What one pod holds of one symbol and what that has earned so far: the account behind a pod's
 * profit by symbol (decision AC4).
 *
 * @param quantity signed, base asset
 * @param averagePrice entry price, quote currency; 0 when flat
 * @param realisedPnl profit of what was closed less the fees of all fills, opening ones included,
 *     quote currency
 * @param trades fills so far
 */
public record PodPosition(double quantity, double averagePrice, double realisedPnl, int trades) {

  public static final PodPosition FLAT = new PodPosition(0, 0, 0, 0);

  /**
   * The position after a fill.
   *
   * @param signedQuantity bought, negative when sold
   * @param price quote currency
   * @param cost all that the fill cost beside its price, quote currency
   */
  public PodPosition filled(double signedQuantity, double price, double cost) {
    Position after = new Position(quantity, averagePrice).filled(signedQuantity, price);
    return new PodPosition(
        after.quantity(),
        after.averagePrice(),
        realisedPnl + closed(signedQuantity) * (price - averagePrice) - cost,
        trades + 1);
  }

  /** The part of the holding that a fill closes, with the sign of the holding. */
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

  /** Realised and unrealised profit; only the realised one where there is no price (NaN). */
  public double pnl(double price) {
    return Double.isNaN(price) ? realisedPnl : realisedPnl + unrealisedPnl(price);
  }
}
