package io.podflow.domain.market;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import org.jspecify.annotations.Nullable;

/**
 * The bar of one symbol and timeframe that is being built from shorter bars: open of the first,
 * highest high, lowest low, close of the last, sum of the volumes (docs/decisions.md, "Bars and
 * time"). Periods without a row give no bar.
 *
 * <p>Mutable and with public fields because it is state; only {@link #add} and {@link #take} change
 * it. Rows come with ascending open times; whoever reads them has sorted out the others.
 */
public final class BucketAggregation {

  public int symbol;
  public Timeframe timeframe = Timeframe.D1;
  public int expectedBars;

  /** Rows in the open bucket; 0 while there is none. */
  public int sourceBars;

  /** End of the open bucket, epoch milliseconds UTC; meaningless while there is none. */
  public long closeTime;

  public double open;
  public double high;
  public double low;
  public double close;
  public double volume;

  /** For deserialisation only. */
  public BucketAggregation() {}

  /**
   * @param symbol index into the {@link Universe}
   * @param source length of the rows that will be added
   * @param timeframe length of the bars to build, a multiple of {@code source}
   */
  public BucketAggregation(int symbol, Timeframe source, Timeframe timeframe) {
    if (!timeframe.isMultipleOf(source)) {
      throw new IllegalArgumentException(
          "bars of " + timeframe + " from rows of " + source + " (expected: a multiple)");
    }
    this.symbol = symbol;
    this.timeframe = timeframe;
    this.expectedBars = (int) (timeframe.millis() / source.millis());
  }

  /**
   * Goes on with rows of another length, of which the open bucket may have been built as well.
   *
   * @param before length of its rows so far, a multiple of {@code rows}
   */
  void goOnWith(Timeframe before, Timeframe rows) {
    sourceBars *= (int) (before.millis() / rows.millis());
    expectedBars = (int) (timeframe.millis() / rows.millis());
  }

  /**
   * Adds one row.
   *
   * @param openTime open of the row, epoch milliseconds UTC
   * @return the bucket that ended before this row, or null while the same one goes on
   * @throws IllegalArgumentException if the row belongs to a bucket that has ended
   */
  public @Nullable Bucket add(
      long openTime, double open, double high, double low, double close, double volume) {
    if (sourceBars > 0 && openTime < closeTime) {
      extend(openTime, high, low, close, volume);
      return null;
    }
    Bucket ended = take();
    closeTime = timeframe.closeOf(openTime);
    sourceBars = 1;
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.volume = volume;
    return ended;
  }

  private void extend(long openTime, double high, double low, double close, double volume) {
    if (openTime < closeTime - timeframe.millis()) {
      throw new IllegalArgumentException(
          "row at " + openTime + " before the open bucket that ends at " + closeTime);
    }
    sourceBars++;
    this.high = Math.max(this.high, high);
    this.low = Math.min(this.low, low);
    this.close = close;
    this.volume += volume;
  }

  /** Ends the open bucket, complete or not; null when there is none. */
  public @Nullable Bucket take() {
    if (sourceBars == 0) {
      return null;
    }
    Bar bar = new Bar(symbol, timeframe, closeTime, open, high, low, close, volume);
    Bucket ended = new Bucket(bar, sourceBars, expectedBars);
    sourceBars = 0;
    return ended;
  }
}
