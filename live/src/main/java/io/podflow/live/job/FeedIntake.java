package io.podflow.live.job;

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
  private transient Counter refused;

  /**
   * @param submitted the configuration that the job was started with
   */
  public FeedIntake(ConfigVersion submitted) {
    this.submitted = submitted;
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
    refused = getRuntimeContext().getMetricGroup().addGroup("podflow").counter("dead_letters");
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<FeedItem> out) {
    FeedReader.Reading reading =
        begun(out)
            .read(
                record.payload(), record.offset(), context.timerService().currentProcessingTime());
    if (reading.item() != null) {
      out.collect(reading.item());
    }
    if (reading.refusal() != null) {
      refused.inc();
      context.output(Decode.DEAD_LETTERS, Decode.letter(record, reading.refusal()));
    }
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
