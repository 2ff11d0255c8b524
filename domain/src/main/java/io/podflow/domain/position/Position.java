package io.podflow.domain.position;

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
    return new Position(newQuantity, average(quantity, averagePrice, newQuantity, price));
  }

  /**
   * The rule of {@link #movedTo} for quantities of any unit, none of which is too small to count.
   *
   * @param quantity before, signed
   * @param averagePrice before
   * @param newQuantity after, signed
   * @param price of the fills in between
   * @return the entry price after
   */
  public static double average(
      double quantity, double averagePrice, double newQuantity, double price) {
    if (newQuantity == 0) {
      return 0;
    }
    if (quantity == 0 || (newQuantity > 0) != (quantity > 0)) {
      return price;
    }
    if (Math.abs(newQuantity) <= Math.abs(quantity)) {
      return averagePrice;
    }
    return (quantity * averagePrice + (newQuantity - quantity) * price) / newQuantity;
  }
}
