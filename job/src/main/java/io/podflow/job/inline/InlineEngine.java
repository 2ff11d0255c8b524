package io.podflow.job.inline;

import io.podflow.api.Bar;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.engine.BacktestEngine;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.engine.RunWriter;
import io.podflow.job.sink.RunDbRecords;
import io.podflow.job.source.MarketFeed;
import io.podflow.job.state.RunRecord;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The same steps as the Flink job in a plain loop over bars in order of time, in one thread. It is
 * what the parity tests hold the job against, and the inner loop of parameter sweeps.
 */
public final class InlineEngine implements BacktestEngine {

  private static final int PROGRESS_EVERY = 4_096;

  private final ClassLoader strategies;

  /**
   * @param strategies where strategies are looked up
   */
  public InlineEngine(ClassLoader strategies) {
    this.strategies = strategies;
  }

  @Override
  public String name() {
    return "inline";
  }

  @Override
  public InputCounts run(RunScope scope, MarketFeed feed, Path runDb, Progress progress)
      throws IOException {
    try (RunDbRecords records = RunDbRecords.open(runDb)) {
      InputCounts counts = run(scope, feed, records, progress);
      records.commit();
      return counts;
    }
  }

  /** Runs the whole feed into any writer; returns what was read. */
  public InputCounts run(RunScope scope, MarketFeed feed, RunWriter writer, Progress progress)
      throws IOException {
    InlineCloses closes = new InlineCloses(scope, strategies, writer);
    InputCounts counts = InputCounts.NONE;
    long bars = 0;
    try (MarketFeed.Records records = feed.open(0, 1)) {
      while (records.hasNext()) {
        MarketRecord record = records.next();
        Event event = record.event();
        Bar bar = record.bar();
        if (event != null) {
          writer.write(RunRecord.of(event));
        }
        if (bar != null) {
          closes.take(bar);
          if (++bars % PROGRESS_EVERY == 0) {
            progress.bars(bars);
          }
        }
        InputCounts all = record.counts();
        counts = all == null ? counts : counts.plus(all);
      }
    }
    closes.end();
    progress.bars(bars);
    return counts;
  }
}
