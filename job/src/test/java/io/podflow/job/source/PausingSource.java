package io.podflow.job.source;

import io.podflow.domain.market.MarketRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A bar source whose readers fall silent after some records, so that a savepoint can be taken at a
 * known place. Tests wait for the silence through {@link #silence}.
 */
public final class PausingSource implements Source<MarketRecord, FeedShard, List<FeedShard>> {

  private static final long serialVersionUID = 1L;
  private static final Map<String, CountDownLatch> SILENCE = new ConcurrentHashMap<>();

  private final BarSource bars;
  private final String name;
  private final long[] recordsOfReader;

  /**
   * @param name unique among the tests of this process
   * @param recordsOfReader records after which each reader falls silent
   */
  public PausingSource(MarketFeed feed, String name, long... recordsOfReader) {
    this.bars = new BarSource(feed);
    this.name = name;
    this.recordsOfReader = recordsOfReader;
    SILENCE.put(name, new CountDownLatch(recordsOfReader.length));
  }

  /** Open once every reader is silent. */
  public CountDownLatch silence() {
    return Objects.requireNonNull(SILENCE.get(name));
  }

  @Override
  public SourceReader<MarketRecord, FeedShard> createReader(SourceReaderContext context) {
    return new Reader(
        (BarSourceReader) bars.createReader(context),
        recordsOfReader[context.getIndexOfSubtask()],
        silence());
  }

  @Override
  public Boundedness getBoundedness() {
    return bars.getBoundedness();
  }

  @Override
  public SplitEnumerator<FeedShard, List<FeedShard>> createEnumerator(
      SplitEnumeratorContext<FeedShard> context) {
    return bars.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<FeedShard, List<FeedShard>> restoreEnumerator(
      SplitEnumeratorContext<FeedShard> context, List<FeedShard> state) {
    return bars.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<FeedShard> getSplitSerializer() {
    return bars.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<FeedShard>> getEnumeratorCheckpointSerializer() {
    return bars.getEnumeratorCheckpointSerializer();
  }

  private static final class Reader implements SourceReader<MarketRecord, FeedShard> {

    private final BarSourceReader reader;
    private final long limit;
    private final CountDownLatch silence;
    private final CompletableFuture<Void> never = new CompletableFuture<>();
    private long emitted;

    Reader(BarSourceReader reader, long limit, CountDownLatch silence) {
      this.reader = reader;
      this.limit = limit;
      this.silence = silence;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<MarketRecord> output) throws Exception {
      if (emitted == limit) {
        emitted++;
        silence.countDown();
      }
      if (emitted > limit) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      InputStatus status = reader.pollNext(output);
      if (status == InputStatus.MORE_AVAILABLE) {
        emitted++;
      }
      return status;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return emitted > limit ? never : reader.isAvailable();
    }

    @Override
    public void start() {
      reader.start();
    }

    @Override
    public List<FeedShard> snapshotState(long checkpoint) {
      return reader.snapshotState(checkpoint);
    }

    @Override
    public void addSplits(List<FeedShard> shards) {
      reader.addSplits(shards);
    }

    @Override
    public void notifyNoMoreSplits() {
      reader.notifyNoMoreSplits();
    }

    @Override
    public void close() throws Exception {
      reader.close();
    }
  }
}
