package io.podflow.live.job;

import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthLog;
import io.podflow.job.state.RawRecord;
import io.podflow.live.health.HealthPublisher;
import io.podflow.live.health.KafkaHealth;
import io.podflow.live.kafka.TopicInspector;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a task sees of the topic that it reads: records that are refused, keys that nobody
 * knows, clocks that differ, and how many records it has not read yet (decision LV2). Nothing that
 * is decided depends on it.
 */
final class TopicWatch implements HealthPublisher.Observer, AutoCloseable {

  /** The event time of a record that has none. */
  static final long NO_TIME = AliveRecord.UNKNOWN;

  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

  /** Kinds of unknown keys that are told; a writer may make up any number. */
  private static final int MOST_UNKNOWN = 100;

  private final WatchedTopic watched;
  private final TopicInspector broker;
  private final HealthPublisher health;
  private final Set<String> unknown = new HashSet<>();
  private volatile long next = AliveRecord.UNKNOWN;
  private volatile long reached = AliveRecord.UNKNOWN;
  private volatile long lag = AliveRecord.UNKNOWN;

  TopicWatch(WatchedTopic watched, MetricGroup metrics) {
    this.watched = watched;
    this.broker = new TopicInspector(watched.kafka());
    this.health =
        HealthPublisher.start(
            watched.part(),
            this,
            new KafkaHealth(watched.kafka(), watched.topics().health()),
            new FindingCounters(metrics));
  }

  /**
   * A record was read, refused or not.
   *
   * @param eventTime when its message holds, epoch milliseconds UTC, or {@link #NO_TIME}
   * @param now of this machine's clock, epoch milliseconds UTC
   */
  void read(RawRecord record, long eventTime, long now) {
    next = record.offset() + 1;
    reached = Math.max(reached, eventTime);
    long ahead = Math.max(eventTime, record.received()) - now;
    if (ahead > watched.clockTolerance()) {
      health.see(
          HealthKind.CLOCK,
          watched.topic(),
          "a record is of "
              + Instant.ofEpochMilli(now + ahead)
              + " and this machine's clock says "
              + Instant.ofEpochMilli(now)
              + ", "
              + ahead
              + " ms earlier (live.clock_tolerance: "
              + watched.clockTolerance()
              + " ms)");
    }
  }

  /** A record was refused, and is a dead letter. */
  void refused(HealthKind kind, RawRecord record, String reason) {
    health.see(kind, watched.topic(), "offset " + record.offset() + ": " + reason);
  }

  /** Keys of a record were ignored: each is told once. */
  void unknown(RawRecord record, List<String> keys) {
    for (String key : keys) {
      if (unknown.size() < MOST_UNKNOWN && unknown.add(key)) {
        health.see(
            HealthKind.UNKNOWN_KEY,
            watched.topic(),
            "offset " + record.offset() + ": key " + key + " is ignored");
      }
    }
  }

  @Override
  public void refresh() {
    try {
      long end = broker.end(watched.topic());
      lag = next == AliveRecord.UNKNOWN ? end : Math.max(0, end - next);
    } catch (IOException e) {
      lag = AliveRecord.UNKNOWN;
      LOG.warn("{}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void observe(HealthLog log, long now) {
    // What there is to see comes with records.
  }

  @Override
  public AliveRecord alive(long now, String host) {
    return new AliveRecord(now, watched.part(), host, "", reached, lag, AliveRecord.UNKNOWN);
  }

  @Override
  public void close() {
    health.close();
    broker.close();
  }
}
