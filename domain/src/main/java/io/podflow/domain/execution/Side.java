package io.podflow.domain.execution;

/** The direction of an order; its quantity is positive. */
public enum Side {
  BUY,
  SELL;

  /** The side of a signed quantity that is not 0. */
  public static Side of(double signedQuantity) {
    return signedQuantity > 0 ? BUY : SELL;
  }
}
