package io.podflow.domain.execution;

/**
 * What is held of one symbol, and at what price it was entered (decision FP11).
 *
 * @param quantity signed, base asset
 * @param averagePrice quote currency; 0 when flat
 */
public record Position(double quantity, double averagePrice) {

  public static final Position FLAT = new Position(0, 0);

  /** The position after a fill of {@code signedQuantity} at {@code price}. */
  public Position filled(double signedQuantity, double price) {
    return movedTo(quantity + signedQuantity, price);
  }

  /**
   * The position after fills at {@code price} took it to {@code newQuantity}: the average is
   * weighted on adds, kept on reductions, the price itself after a flip, 0 when flat.
   */
  public Position movedTo(double newQuantity, double price) {
    if (Quantity.isZero(newQuantity)) {
      return FLAT;
    }
    return new Position(newQuantity, averageAt(newQuantity, price));
  }

  private double averageAt(double newQuantity, double price) {
    if (Quantity.isZero(quantity) || (newQuantity > 0) != (quantity > 0)) {
      return price;
    }
    if (Math.abs(newQuantity) <= Math.abs(quantity)) {
      return averagePrice;
    }
    return (quantity * averagePrice + (newQuantity - quantity) * price) / newQuantity;
  }
}
