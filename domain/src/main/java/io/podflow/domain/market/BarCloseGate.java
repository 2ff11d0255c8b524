package io.podflow.domain.market;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows as a live feed sends them into bars of the pods' timeframes, and says when a close is
 * over. It is over when every symbol has had its row, when the feed says so, or when there is no
 * more waiting for the others; who was missing then is not waited for until it is back. So one
 * symbol that stops cannot hold up the rest, and a decision does not wait for the next bar. When
 * all of them stop, it is the feed that stops, and everybody is waited for as before.
 *
 * <p>What comes after its close is late: it is told and not used; but a symbol whose row was late
 * for its last close is back, and waited for from its next one on, which may lie behind those of
 * others. The same row twice is ignored, one with other figures is told. Rows of one symbol are of
 * one length, that of its first; where history to warm up from ends and the feed begins, they may
 * become shorter.
 */
public final class BarCloseGate implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String LATE = "late row, its close is over";

  private final Universe universe;
  private final Timeframe[][] timeframes;
  private final RunWindow window;

  /**
   * @param timeframes by symbol: the bars to make, the shortest first
   */
  public BarCloseGate(Universe universe, List<List<Timeframe>> timeframes, RunWindow window) {
    this.universe = universe;
    this.timeframes =
        timeframes.stream().map(each -> each.toArray(Timeframe[]::new)).toArray(Timeframe[][]::new);
    this.window = window;
  }

  public BarCloseGateState initialState() {
    return new BarCloseGateState(universe.size());
  }

  /**
   * Brings what an earlier configuration has left to this one: symbols that are new come last, bars
   * that are being built go on, and those of other timeframes begin anew. Where rows are too long
   * for what is wanted now, each of them is told.
   */
  public void adapt(BarCloseGateState state) {
    state.grow(universe.size());
    for (int s = 0; s < timeframes.length; s++) {
      MarketRow last = state.last[s];
      if (last != null) {
        state.buckets[s] = adapted(s, last.timeframe(), state.buckets[s]);
      }
    }
  }

  private BucketAggregation[] adapted(int symbol, Timeframe rows, BucketAggregation[] before) {
    if (!timeframes[symbol][0].isMultipleOf(rows)) {
      return new BucketAggregation[0];
    }
    BucketAggregation[] after = buckets(symbol, rows);
    for (BucketAggregation bucket : before) {
      for (int t = 0; t < after.length; t++) {
        after[t] = after[t].timeframe == bucket.timeframe ? bucket : after[t];
      }
    }
    return after;
  }

  private BucketAggregation[] buckets(int symbol, Timeframe rows) {
    return Arrays.stream(timeframes[symbol])
        .map(timeframe -> new BucketAggregation(symbol, rows, timeframe))
        .toArray(BucketAggregation[]::new);
  }

  /**
   * Takes a row.
   *
   * @return the bars that are complete by it, and what there is to say about it
   */
  public List<MarketRecord> onRow(BarCloseGateState state, MarketRow row) {
    if (row.openTime() < window.warmUpFrom()) {
      return List.of();
    }
    MarketRow last = state.last[row.symbol()];
    String fault = faultOf(state, row, last);
    if (fault != null) {
      if (fault.equals(LATE) && isOfLastClose(state, row)) {
        comeBack(state, row);
      }
      return List.of(told(state, row, fault));
    }
    if (last != null && row.openTime() == last.openTime()) {
      return List.of();
    }
    if (last != null && last.timeframe() != row.timeframe()) {
      for (BucketAggregation bucket : state.buckets[row.symbol()]) {
        bucket.goOnWith(last.timeframe(), row.timeframe());
      }
    }
    return add(state, row, last == null);
  }

  private @Nullable String faultOf(
      BarCloseGateState state, MarketRow row, @Nullable MarketRow last) {
    if (last != null && row.timeframe() != last.timeframe() && !isBehindHistory(row, last)) {
      return "a row of " + row.timeframe() + " (expected: " + last.timeframe() + " as before)";
    }
    if (!timeframes[row.symbol()][0].isMultipleOf(row.timeframe())) {
      return "rows of " + row.timeframe() + " (expected: a part of every pod's timeframe)";
    }
    if (last != null && row.openTime() == last.openTime()) {
      return row.hasFiguresOf(last) ? null : "other figures than the row before of the same time";
    }
    boolean late = row.closeTime() <= state.closedUpTo;
    return late || (last != null && row.openTime() < last.openTime()) ? LATE : null;
  }

  private static boolean isOfLastClose(BarCloseGateState state, MarketRow row) {
    return row.closeTime() <= state.closedUpTo
        && row.closeTime() + row.timeframe().millis() > state.closedUpTo;
  }

  /** Its length is known from now on, so that nobody misses it before its next close. */
  private void comeBack(BarCloseGateState state, MarketRow row) {
    int s = row.symbol();
    if (state.last[s] == null) {
      state.buckets[s] = buckets(s, row.timeframe());
      state.last[s] = row;
    }
    state.absent[s] = false;
  }

  private boolean isBehindHistory(MarketRow row, MarketRow last) {
    return window.warmsUp(last.closeTime())
        && row.openTime() >= last.closeTime()
        && last.timeframe().isMultipleOf(row.timeframe());
  }

  private MarketRecord told(BarCloseGateState state, MarketRow row, String fault) {
    long time = Math.max(row.closeTime(), state.closedUpTo + 1);
    String name = universe.symbol(row.symbol());
    String what = "row of " + Instant.ofEpochMilli(row.openTime()) + " not used: ";
    return MarketRecord.of(Event.data(time, "", name, Severity.WARNING, what + fault));
  }

  private List<MarketRecord> add(BarCloseGateState state, MarketRow row, boolean first) {
    int s = row.symbol();
    if (first) {
      state.buckets[s] = buckets(s, row.timeframe());
    }
    state.last[s] = row;
    state.absent[s] = false;
    List<MarketRecord> done = new ArrayList<>();
    for (BucketAggregation bucket : state.buckets[s]) {
      take(
          bucket.add(row.openTime(), row.open(), row.high(), row.low(), row.close(), row.volume()),
          done);
      if (bucket.closeTime == row.closeTime()) {
        take(bucket.take(), done);
      }
    }
    return done;
  }

  private void take(@Nullable Bucket bucket, List<MarketRecord> done) {
    if (bucket == null) {
      return;
    }
    Bar bar = bucket.bar();
    if (bucket.hasGaps()) {
      String what =
          bar.timeframe() + " bar from " + bucket.sourceBars() + " of " + bucket.expectedBars();
      String name = universe.symbol(bar.symbol());
      done.add(
          MarketRecord.of(Event.data(bar.closeTime(), "", name, Severity.INFO, what + " rows")));
    }
    done.add(MarketRecord.of(bar));
  }

  /**
   * The last close that is over because every symbol that is waited for has had its row; {@link
   * BarCloseGateState#NEVER} when there is none.
   */
  public long complete(BarCloseGateState state) {
    long complete = Long.MAX_VALUE;
    for (int s = 0; s < state.last.length; s++) {
      MarketRow row = state.last[s];
      if (!state.absent[s]) {
        complete = Math.min(complete, row == null ? BarCloseGateState.NEVER : row.closeTime());
      }
    }
    return complete == Long.MAX_VALUE ? BarCloseGateState.NEVER : complete;
  }

  /** The latest close of which a row has come; {@link BarCloseGateState#NEVER} before the first. */
  public long latest(BarCloseGateState state) {
    long latest = BarCloseGateState.NEVER;
    for (MarketRow row : state.last) {
      latest = Math.max(latest, row == null ? BarCloseGateState.NEVER : row.closeTime());
    }
    return latest;
  }

  /**
   * Ends every close up to {@code time}. Symbols that have had no row for it are absent from now
   * on.
   *
   * @return bars that were still open, by symbol
   */
  public List<MarketRecord> close(BarCloseGateState state, long time) {
    if (time <= state.closedUpTo) {
      return Collections.emptyList();
    }
    leaveOut(state, time);
    state.closedUpTo = time;
    List<MarketRecord> done = new ArrayList<>();
    for (int s = 0; s < state.last.length; s++) {
      for (BucketAggregation bucket : state.buckets[s]) {
        if (bucket.sourceBars > 0 && bucket.closeTime <= time) {
          take(bucket.take(), done);
        }
      }
    }
    return done;
  }

  private static void leaveOut(BarCloseGateState state, long time) {
    boolean[] missing = new boolean[state.last.length];
    boolean any = false;
    for (int s = 0; s < missing.length; s++) {
      MarketRow row = state.last[s];
      missing[s] = row == null || row.closeTime() + row.timeframe().millis() <= time;
      any |= !missing[s];
    }
    for (int s = 0; any && s < missing.length; s++) {
      state.absent[s] |= missing[s] && wasDue(state.last[s], state.closedUpTo, time);
    }
  }

  /** Whether a row should have come between two closes. */
  private static boolean wasDue(@Nullable MarketRow last, long before, long time) {
    return last == null || last.timeframe().nextClose(before) <= time;
  }
}
