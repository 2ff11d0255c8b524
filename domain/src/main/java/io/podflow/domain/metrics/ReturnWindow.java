package io.podflow.domain.metrics;

import java.util.Arrays;

/**
 * The last returns of one symbol, oldest dropped first.
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only {@link
 * #add} changes it. The values lie in one piece, {@code [start, start + size)}, so that the metrics
 * run over them without wrapping around; a little spare room keeps the moving rare and the state
 * small.
 */
public final class ReturnWindow {

  private static final int SPARE = 16;

  public int capacity;
  public int start;
  public int size;
  public double[] values = {};

  /** For deserialisation only. */
  public ReturnWindow() {}

  /**
   * @param capacity returns to keep, at least 1
   */
  public ReturnWindow(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "window of " + capacity + " returns (expected: at least 1)");
    }
    this.capacity = capacity;
    this.values = new double[capacity + SPARE];
  }

  /** Adds the newest return, a fraction, and drops the oldest one when the window is full. */
  public void add(double periodReturn) {
    if (start + size == values.length) {
      System.arraycopy(values, start, values, 0, size);
      start = 0;
    }
    values[start + size] = periodReturn;
    if (size == capacity) {
      start++;
    } else {
      size++;
    }
  }

  /** Keeps at least so many returns from now on; those that were dropped stay lost. */
  public void keep(int returns) {
    if (returns > capacity) {
      values = Arrays.copyOf(last(size), returns + SPARE);
      start = 0;
      capacity = returns;
    }
  }

  /** Returns kept. */
  public int size() {
    return size;
  }

  /**
   * A return by its age.
   *
   * @param index 0 for the oldest kept, {@code size() - 1} for the newest
   */
  public double get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "return " + index + " (expected: 0 to " + (size - 1) + ")");
    }
    return values[start + index];
  }

  /** The last {@code n} returns, oldest first, or as many as there are. */
  public double[] last(int n) {
    return Arrays.copyOfRange(values, firstOf(n), end());
  }

  int firstOf(int lookback) {
    return end() - Math.min(lookback, size);
  }

  int end() {
    return start + size;
  }
}
