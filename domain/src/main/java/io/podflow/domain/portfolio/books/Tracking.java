package io.podflow.domain.portfolio.books;

import io.podflow.domain.position.Quantity;

/** How far what is held is from what is wanted, in shares of equity (decision TR5). */
public final class Tracking {

  private final double equity;
  private double gap;
  private double wantedGross;

  /**
   * @param equity quote currency; without any nothing is a share of it
   */
  public Tracking(double equity) {
    this.equity = equity;
  }

  /**
   * Counts a symbol.
   *
   * @param wanted signed quantity
   * @param held signed quantity, with what is on its way
   * @param mark last close, quote currency
   */
  public void add(double wanted, double held, double mark) {
    gap += share((wanted - held) * mark);
    wantedGross += share(wanted * mark);
  }

  /** Σ|wanted − held| · mark / equity. */
  public double gap() {
    return gap;
  }

  /** Σ|wanted| · mark / equity. */
  public double wantedGross() {
    return wantedGross;
  }

  private double share(double amount) {
    return equity <= 0 || Quantity.isDust(amount, equity) ? 0 : Math.abs(amount) / equity;
  }
}
