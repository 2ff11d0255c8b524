package io.podflow.domain.indicator;

/**
 * The last n values of a series that no bar holds, such as those of another indicator. Public
 * fields because it is kept in state as it stands; only {@link #add} changes it.
 */
public final class LastValues {

  /** A ring: the value added n steps ago is overwritten next. */
  public double[] ring = {};

  /** Place of the next value. */
  public int next;

  /** Values so far, at most n. */
  public int size;

  /** For deserialisation only. */
  public LastValues() {}

  /**
   * @param length values n to keep
   */
  public LastValues(int length) {
    this.ring = new double[length];
  }

  /** Takes in the next value; one that is not defined empties the window for n steps. */
  public void add(double value) {
    ring[next] = value;
    next = next + 1 == ring.length ? 0 : next + 1;
    size = Math.min(size + 1, ring.length);
  }

  /** Sample standard deviation of the n values; NaN while there are fewer. */
  public double deviation() {
    if (size < ring.length) {
      return Double.NaN;
    }
    double sum = 0;
    for (double value : ring) {
      sum += value;
    }
    double mean = sum / ring.length;
    double squares = 0;
    for (double value : ring) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (ring.length - 1));
  }
}
