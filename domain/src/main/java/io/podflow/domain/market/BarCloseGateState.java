package io.podflow.domain.market;

import io.podflow.api.Bar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BarCloseGate} remembers. Kept in state as it stands, therefore public fields; only
 * the gate changes them.
 */
public final class BarCloseGateState {

  /** Before the first close. */
  public static final long NEVER = Long.MIN_VALUE;

  /** All closes up to this one are over, epoch milliseconds UTC. */
  public long closedUpTo = NEVER;

  /** By symbol: its last row, or null. */
  public @Nullable MarketRow[] last = {};

  /** By symbol: whether the others no longer wait for it. */
  public boolean[] absent = {};

  /** By symbol, then timeframe from the shortest: the bars that are being built. */
  public BucketAggregation[][] buckets = {};

  /** Bars since a version of the configuration began to wait for its history, in their order. */
  public Bar[] keptBack = {};

  /** How far the feed had come when that version came; {@link #NEVER} when none waits. */
  public long waitingSince = NEVER;

  /** Rates of funding whose close is not over, by time and then symbol. */
  public FundingRate[] rates = {};

  /** The last rate that was let go of, for each symbol that has had one. */
  public FundingRate[] lastRates = {};

  /** For deserialisation only. */
  public BarCloseGateState() {}

  BarCloseGateState(int symbols) {
    last = new MarketRow[symbols];
    absent = new boolean[symbols];
    buckets = new BucketAggregation[symbols][];
    Arrays.setAll(buckets, s -> new BucketAggregation[0]);
  }

  /** Makes room for symbols of which no row has come. */
  void grow(int symbols) {
    int before = last.length;
    if (symbols > before) {
      last = Arrays.copyOf(last, symbols);
      absent = Arrays.copyOf(absent, symbols);
      buckets = Arrays.copyOf(buckets, symbols);
      Arrays.fill(buckets, before, symbols, new BucketAggregation[0]);
    }
  }
}
