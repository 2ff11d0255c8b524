package io.podflow.live.job;

import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthLog;
import io.podflow.domain.journal.Event;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.MarketItem;
import io.podflow.job.step.CloseWatch;
import io.podflow.live.health.HealthPublisher;
import io.podflow.live.health.KafkaHealth;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs {@link CloseWatch} between the closes of the market and those that the portfolio has
 * decided, and watches checkpoints. What it sees goes to the topic of health; nothing comes out of
 * it.
 */
final class CloseWatchOperator extends AbstractStreamOperator<Event>
    implements TwoInputStreamOperator<MarketItem, PortfolioDecision, Event>,
        HealthPublisher.Observer {

  /** The part of podflow that records of health name. */
  static final String PART = "closes";

  /** Intervals of checkpoints without a complete one after which it is told. */
  private static final int MISSED_CHECKPOINTS = 3;

  /** A checkpoint may take so long whatever the interval, milliseconds. */
  private static final long LEAST_PATIENCE = 60_000;

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private final boolean external;
  private final KafkaAccess kafka;
  private final Topics topics;
  private final long checkpointPatience;
  private transient CloseWatch watch;
  private transient HealthPublisher health;
  private transient volatile long checkpoint;
  private transient volatile long sinceCheckpoint;

  /**
   * @param external whether closes wait for an exchange side
   */
  CloseWatchOperator(RunScope scope, boolean external, KafkaAccess kafka, Topics topics) {
    this.scope = scope;
    this.external = external;
    this.kafka = kafka;
    this.topics = topics;
    long every = scope.layout().settings().live().checkpointEvery().toMillis();
    this.checkpointPatience = Math.max(LEAST_PATIENCE, MISSED_CHECKPOINTS * every);
  }

  @Override
  public void open() throws Exception {
    super.open();
    long grace = scope.layout().settings().live().closeGrace().toMillis();
    watch = new CloseWatch(scope, getUserCodeClassloader(), external, grace, now());
    checkpoint = AliveRecord.UNKNOWN;
    sinceCheckpoint = now();
    health =
        HealthPublisher.start(
            PART,
            this,
            new KafkaHealth(kafka, topics.health()),
            new FindingCounters(getMetricGroup().addGroup("podflow")));
    int attempt = getRuntimeContext().getTaskInfo().getAttemptNumber();
    if (attempt > 0) {
      health.see(HealthKind.RESTARTED, "", "the job runs again, attempt " + (attempt + 1));
    }
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void processElement1(StreamRecord<MarketItem> element) {
    watch.market(element.getValue(), now());
  }

  @Override
  public void processElement2(StreamRecord<PortfolioDecision> element) {
    watch.decided(element.getValue().closeTime());
  }

  @Override
  public void processWatermark1(Watermark mark) {
    watch.closed(mark.getTimestamp(), now());
  }

  @Override
  public void processWatermark2(Watermark mark) {
    // A close is decided when its decision comes.
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    checkpoint = now();
    sinceCheckpoint = checkpoint;
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    super.notifyCheckpointAborted(checkpointId);
    health.see(
        HealthKind.CHECKPOINT_FAILED, "", "checkpoint " + checkpointId + " was not completed");
  }

  @Override
  public void observe(HealthLog log, long now) {
    watch.look(log, now);
    if (now - sinceCheckpoint > checkpointPatience) {
      log.see(
          HealthKind.CHECKPOINT_LATE,
          "",
          "no checkpoint was completed for " + (now - sinceCheckpoint) / 1_000 + " s",
          now);
    } else {
      log.end(HealthKind.CHECKPOINT_LATE, "");
    }
  }

  @Override
  public AliveRecord alive(long now, String host) {
    long decided = watch.lastDecided();
    return new AliveRecord(
        now,
        PART,
        host,
        watch.waiting(now),
        decided == Long.MIN_VALUE ? AliveRecord.UNKNOWN : decided,
        AliveRecord.UNKNOWN,
        checkpoint);
  }

  @Override
  public void close() throws Exception {
    if (health != null) {
      health.close();
    }
    super.close();
  }
}
