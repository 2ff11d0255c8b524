package io.podflow.savepoints.frozen.domain.metrics;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class ReturnWindow {
  public int capacity;
  public int start;
  public int size;
  public double[] values = {};

  /** A window that keeps this many returns and has none. */
  public static ReturnWindow of(int capacity) {
    ReturnWindow window = new ReturnWindow();
    window.capacity = capacity;
    window.values = new double[capacity + 16];
    return window;
  }
}
