package io.podflow.domain.market;

import io.podflow.api.Bar;
import io.podflow.api.BarSeries;

/**
 * A bounded history of bars in packed arrays: the state behind {@link BarSeries}.
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only its own
 * methods change it. The live window is {@code [start, start + size)} of each array; the arrays
 * have twice the capacity, so that an append moves memory only every {@code capacity} bars.
 */
public final class BarHistory implements BarSeries {

  /** The most bars any strategy may keep (decision SG5). */
  public static final int MAX_BARS = 1_000;

  public int capacity;
  public int start;
  public int size;
  public double[] opens = {};
  public double[] highs = {};
  public double[] lows = {};
  public double[] closes = {};
  public double[] volumes = {};
  public long[] closeTimes = {};

  /** Whether a volume was asked for; no part of the state. */
  private transient boolean volumeRead;

  /** For deserialisation only. */
  public BarHistory() {}

  /**
   * @param capacity bars to keep, 1 to {@link #MAX_BARS}
   */
  public BarHistory(int capacity) {
    if (capacity < 1 || capacity > MAX_BARS) {
      throw new IllegalArgumentException(
          "history of " + capacity + " bars (expected: 1 to " + MAX_BARS + ")");
    }
    this.capacity = capacity;
  }

  /** Adds the newest bar and drops the oldest one when the history is full. */
  public void append(Bar bar) {
    if (start + size == opens.length) {
      makeRoom();
    }
    int at = start + size;
    opens[at] = bar.open();
    highs[at] = bar.high();
    lows[at] = bar.low();
    closes[at] = bar.close();
    volumes[at] = Double.isNaN(bar.volume()) ? 0 : bar.volume();
    closeTimes[at] = bar.closeTime();
    if (size == capacity) {
      start++;
    } else {
      size++;
    }
  }

  /**
   * Keeps another number of bars from now on; what does not fit is dropped, and what was dropped
   * before stays lost.
   *
   * @param bars 1 to {@link #MAX_BARS}
   */
  public void resize(int bars) {
    capacity = bars;
    if (size > bars) {
      start += size - bars;
      size = bars;
    }
  }

  /** Forgets who has asked for volumes. */
  public void watchVolume() {
    volumeRead = false;
  }

  /** Whether a volume was asked for since {@link #watchVolume}. */
  public boolean volumeWasRead() {
    return volumeRead;
  }

  private void makeRoom() {
    int length = Math.min(2 * capacity, Math.max(32, 2 * (size + 1)));
    opens = moved(opens, length);
    highs = moved(highs, length);
    lows = moved(lows, length);
    closes = moved(closes, length);
    volumes = moved(volumes, length);
    long[] times = length == closeTimes.length ? closeTimes : new long[length];
    System.arraycopy(closeTimes, start, times, 0, size);
    closeTimes = times;
    start = 0;
  }

  private double[] moved(double[] values, int length) {
    double[] target = length == values.length ? values : new double[length];
    System.arraycopy(values, start, target, 0, size);
    return target;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double open(int ago) {
    return opens[at(ago)];
  }

  @Override
  public double high(int ago) {
    return highs[at(ago)];
  }

  @Override
  public double low(int ago) {
    return lows[at(ago)];
  }

  @Override
  public double close(int ago) {
    return closes[at(ago)];
  }

  @Override
  public double volume(int ago) {
    volumeRead = true;
    return volumes[at(ago)];
  }

  @Override
  public long closeTime(int ago) {
    return closeTimes[at(ago)];
  }

  private int at(int ago) {
    return start + size - 1 - ago;
  }
}
