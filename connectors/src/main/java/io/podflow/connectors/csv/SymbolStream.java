package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.Bucket;
import io.podflow.domain.market.BucketAggregation;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.RunWindow;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars and events of one symbol in the order of {@link StreamItem#ORDER}. Holds only the open
 * buckets and the records that wait for event time.
 */
final class SymbolStream implements Closeable {

  private final int symbol;
  private final String name;
  private final Timeframe source;
  private final RunWindow window;
  private final RowGate gate;
  private final InputCounter counter;
  private final Timeframe finest;
  private final BucketAggregation[] aggregations;
  private final long[] lastCloses;
  private final ReleaseQueue queue = new ReleaseQueue();
  private boolean ended;

  /**
   * @param timeframes timeframes of the bars to make, the shortest first
   */
  SymbolStream(
      SymbolFile file,
      FileRows reader,
      Timeframe source,
      List<Timeframe> timeframes,
      RunWindow window) {
    this.symbol = file.symbol();
    this.name = file.name();
    this.source = source;
    this.window = window;
    this.counter = new InputCounter();
    this.gate = new RowGate(reader, source, window, counter);
    this.finest = timeframes.get(0);
    this.aggregations =
        timeframes.stream()
            .map(timeframe -> new BucketAggregation(symbol, source, timeframe))
            .toArray(BucketAggregation[]::new);
    this.lastCloses = new long[aggregations.length];
  }

  /** The next record without taking it; null at the end. */
  @Nullable StreamItem head() {
    while (queue.peek() == null && !ended) {
      if (gate.next()) {
        add(gate.openTime());
      } else {
        end();
      }
    }
    return queue.peek();
  }

  /** Takes the record that {@link #head} showed. */
  void pop() {
    queue.remove();
  }

  private void add(long openTime) {
    if (!gate.findings().isEmpty()) {
      report();
    }
    for (int i = 0; i < aggregations.length; i++) {
      Bucket bucket =
          aggregations[i].add(
              openTime,
              gate.value(Columns.OPEN),
              gate.value(Columns.HIGH),
              gate.value(Columns.LOW),
              gate.value(Columns.CLOSE),
              gate.value(Columns.VOLUME));
      if (bucket != null) {
        emit(i, bucket);
      }
    }
    queue.release(openTime);
  }

  private void report() {
    for (Finding finding : gate.findings().take()) {
      event(finest.closeOf(finding.position()), finding.severity(), finding.text());
    }
  }

  private void event(long time, Severity severity, String text) {
    long within = Math.min(time, window.horizon());
    queue.add(StreamItem.of(Event.data(within, "", name, severity, text), symbol));
  }

  private void emit(int i, Bucket bucket) {
    Timeframe timeframe = bucket.bar().timeframe();
    long close = bucket.bar().closeTime();
    long missed = lastCloses[i] == 0 ? 0 : (close - lastCloses[i]) / timeframe.millis() - 1;
    if (i == 0 && lastCloses[i] == 0 && close > timeframe.nextClose(window.warmUpFrom())) {
      event(close, Severity.INFO, "first bar, from " + timeText(close - timeframe.millis()));
    }
    if (missed > 0) {
      counter.missedCloses += missed;
      String closes = missed == 1 ? " close" : " closes";
      event(close, Severity.INFO, "no " + timeframe + " bar at the " + missed + closes + " before");
    }
    if (bucket.hasGaps()) {
      counter.gapBuckets++;
      event(close, Severity.INFO, timeframe + " bar from " + share(bucket));
    }
    counter.bars++;
    lastCloses[i] = close;
    queue.add(StreamItem.of(bucket.bar()));
  }

  private String share(Bucket bucket) {
    return bucket.sourceBars() + " of " + bucket.expectedBars() + " " + source + " bars";
  }

  private void end() {
    ended = true;
    report();
    boolean cutOff = false;
    for (int i = 0; i < aggregations.length; i++) {
      Bucket bucket = aggregations[i].take();
      if (bucket != null && bucket.bar().closeTime() <= window.horizon()) {
        emit(i, bucket);
      } else if (bucket != null) {
        cutOff |= i == 0;
        cutOff(bucket);
      }
    }
    if (!cutOff) {
      reportEnd();
    }
    queue.release(Long.MAX_VALUE);
    gate.close();
  }

  private void cutOff(Bucket bucket) {
    counter.cutOffBuckets++;
    Timeframe timeframe = bucket.bar().timeframe();
    event(
        window.horizon(),
        Severity.INFO,
        timeframe + " bar cut off by the end of the input, not used: " + share(bucket));
  }

  private void reportEnd() {
    long last = lastCloses[0];
    if (last == 0) {
      long firstClose = finest.nextClose(window.warmUpFrom());
      event(firstClose, Severity.WARNING, "no bar in the range of the run");
    } else if (finest.nextClose(last) <= window.horizon()) {
      event(last, Severity.INFO, "last bar, to " + timeText(last));
    }
  }

  private static String timeText(long time) {
    return Instant.ofEpochMilli(time).toString();
  }

  InputCounts counts() {
    return counter.counts();
  }

  /** File, line and reason of the first row that fails a strict run; null without one. */
  @Nullable String firstOffence() {
    return gate.findings().firstOffence();
  }

  @Override
  public void close() {
    gate.close();
  }
}
