package io.podflow.job.source;

import io.podflow.domain.market.MarketRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;

/** A reader on its own, with what it asks for and what it emits. */
final class ReaderRun implements ReaderOutput<MarketRecord>, SourceReaderContext {

  private final BarSourceReader reader;
  private final List<MarketRecord> emitted = new ArrayList<>();
  private final List<Long> timestamps = new ArrayList<>();
  private int requests;

  ReaderRun(MarketFeed feed) {
    reader = (BarSourceReader) new BarSource(feed).createReader(this);
  }

  /** A reader that has these shards and will get no more. */
  static ReaderRun of(MarketFeed feed, FeedShard... shards) {
    ReaderRun run = new ReaderRun(feed);
    run.reader.addSplits(List.of(shards));
    run.reader.start();
    run.reader.notifyNoMoreSplits();
    return run;
  }

  BarSourceReader reader() {
    return reader;
  }

  InputStatus poll() throws Exception {
    return reader.pollNext(this);
  }

  /** Polls until so many records are out. */
  ReaderRun poll(int records) throws Exception {
    while (emitted.size() < records) {
      poll();
    }
    return this;
  }

  /** Polls to the end of the input. */
  ReaderRun finish() throws Exception {
    while (poll() != InputStatus.END_OF_INPUT) {
      reader.isAvailable().join();
    }
    return this;
  }

  List<MarketRecord> emitted() {
    return emitted;
  }

  List<Long> timestamps() {
    return timestamps;
  }

  /** How often shards were asked for. */
  int requests() {
    return requests;
  }

  @Override
  public void collect(MarketRecord record, long timestamp) {
    emitted.add(record);
    timestamps.add(timestamp);
  }

  @Override
  public void collect(MarketRecord record) {
    throw new AssertionError("record without a timestamp");
  }

  @Override
  public void sendSplitRequest() {
    requests++;
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    throw new AssertionError("the watermark strategy emits them");
  }

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}

  @Override
  public SourceOutput<MarketRecord> createOutputForSplit(String shard) {
    return this;
  }

  @Override
  public void releaseOutputForSplit(String shard) {}

  @Override
  public SourceReaderMetricGroup metricGroup() {
    return UnregisteredMetricsGroup.createSourceReaderMetricGroup();
  }

  @Override
  public Configuration getConfiguration() {
    return new Configuration();
  }

  @Override
  public String getLocalHostName() {
    return "here";
  }

  @Override
  public int getIndexOfSubtask() {
    return 0;
  }

  @Override
  public void sendSourceEventToCoordinator(SourceEvent event) {}

  @Override
  public UserCodeClassLoader getUserCodeClassLoader() {
    return SimpleUserCodeClassLoader.create(ReaderRun.class.getClassLoader());
  }
}
