package io.podflow.live.job;

import io.podflow.domain.health.HealthKind;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.RawRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.job.version.VersionChain;
import io.podflow.job.version.VersionText;
import io.podflow.live.feed.FeedReader;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * From what lay on the topic of bars to what it says; what cannot be used becomes a dead letter. It
 * keeps the versions of the configuration that it has read, because they say which symbols there
 * are. The one that the job was started with comes before the first record.
 */
public final class FeedIntake extends ProcessFunction<RawRecord, FeedItem>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  private final ConfigVersion submitted;
  private transient VersionChain versions;
  private transient ListState<ConfigVersion> stored;
  private transient @Nullable FeedReader reader;
  private final @Nullable WatchedTopic watched;
  private transient Counter refused;
  private transient @Nullable TopicWatch watch;

  /**
   * An intake that nobody watches.
   *
   * @param submitted the configuration that the job was started with
   */
  public FeedIntake(ConfigVersion submitted) {
    this(submitted, null);
  }

  /**
   * @param submitted the configuration that the job was started with
   * @param watched what is told of the topic, and where; null for nothing
   */
  FeedIntake(ConfigVersion submitted, @Nullable WatchedTopic watched) {
    this.submitted = submitted;
    this.watched = watched;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    versions = new VersionChain(VersionText.with(getRuntimeContext().getUserCodeClassLoader()));
    stored = context.getOperatorStateStore().getListState(StateTypes.versions());
    for (ConfigVersion version : stored.get()) {
      versions.add(version);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    stored.update(versions.versions());
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("podflow");
    refused = metrics.counter("dead_letters");
    watch = watched == null ? null : watched.open(metrics);
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<FeedItem> out) {
    long now = context.timerService().currentProcessingTime();
    FeedReader.Reading reading = begun(out).read(record.payload(), record.offset(), now);
    if (reading.item() != null) {
      out.collect(reading.item());
    }
    if (reading.refusal() != null) {
      refused.inc();
      context.output(Decode.DEAD_LETTERS, Decode.letter(record, reading.refusal()));
    }
    if (watch != null) {
      tell(watch, record, reading, now);
    }
  }

  private static void tell(
      TopicWatch watch, RawRecord record, FeedReader.Reading reading, long now) {
    FeedItem item = reading.item();
    if (reading.refusal() != null) {
      watch.refused(HealthKind.REFUSED_ROW, record, reading.refusal());
    }
    watch.read(record, item == null ? TopicWatch.NO_TIME : eventTime(item), now);
    watch.unknown(record, reading.unknownKeys());
  }

  private static long eventTime(FeedItem item) {
    if (item.row() != null) {
      return item.row().closeTime();
    }
    return item.beat() == FeedItem.NO_BEAT ? TopicWatch.NO_TIME : item.beat();
  }

  /** The first record after a start brings the submitted version with it. */
  private FeedReader begun(Collector<FeedItem> out) {
    FeedReader known = reader;
    if (known == null) {
      VersionChain.Outcome outcome = versions.submit(submitted);
      if (!outcome.faults().isEmpty()) {
        throw new SuppressRestartsException(refusal(outcome.faults()));
      }
      if (outcome.version() != null) {
        out.collect(FeedItem.of(outcome.version()));
      }
      known = new FeedReader(versions);
      reader = known;
    }
    return known;
  }

  private static IllegalStateException refusal(List<String> faults) {
    return new IllegalStateException(
        "The job cannot go on from its state under this configuration: "
            + String.join("; ", faults));
  }
}
