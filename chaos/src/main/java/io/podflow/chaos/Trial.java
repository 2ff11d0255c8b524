package io.podflow.chaos;

import io.podflow.chaos.fault.Fault;
import io.podflow.chaos.plan.Moment;
import io.podflow.chaos.plan.Plan;
import io.podflow.chaos.plan.Strike;
import io.podflow.chaos.stage.Scene;
import io.podflow.chaos.stage.Stage;
import io.podflow.chaos.traffic.Feed;
import io.podflow.chaos.traffic.TopicLog;
import io.podflow.chaos.verdict.Left;
import io.podflow.live.client.DecisionRecorder;
import io.podflow.live.client.ReadingEnd;
import io.podflow.live.kafka.KafkaAccess;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One run: a job trades all bars, and at the moments of a plan something breaks. The feed goes no
 * further than a few closes beyond the next moment, so that each is met whatever the machine does.
 */
final class Trial {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long NANOS = 1_000_000;

  /** Closes before a moment at which the feed waits for the moment before to be over. */
  private static final int RUN_UP = 8;

  /** How long a moment is put off at most for an order that is in flight. */
  private static final Duration FOR_AN_ORDER = Duration.ofMillis(500);

  private final Stage stage;
  private final Scene scene;
  private final KafkaAccess kafka;
  private final Feed feed;
  private final TopicLog log;
  private final Consumer<Outcome> told;
  private final ExecutorService menders = Executors.newCachedThreadPool(Trial::mender);

  /**
   * @param told gets each moment when it is over
   */
  Trial(
      Stage stage,
      Scene scene,
      KafkaAccess kafka,
      Feed feed,
      TopicLog log,
      Consumer<Outcome> told) {
    this.stage = stage;
    this.scene = scene;
    this.kafka = kafka;
    this.feed = feed;
    this.log = log;
    this.told = told;
  }

  private static Thread mender(Runnable mending) {
    Thread thread = new Thread(mending, "mender");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs to the end of the bars.
   *
   * @param closes all that are traded; may be empty if the plan is
   */
  Left run(Plan plan, List<Long> closes) throws Exception {
    try {
      stage.exchange().start();
      feed.start();
      letGo(plan, 0, closes, true);
      stage.job().start();
      for (int i = 0; i < plan.moments().size(); i++) {
        perform(plan, i, closes);
      }
      return end();
    } finally {
      menders.shutdownNow();
      feed.end();
      stage.job().end();
      stage.exchange().end();
      log.close();
    }
  }

  /**
   * Lets the feed go on to the moment with this index, or to the end behind the last.
   *
   * @param runUp whether it waits before the moment: a job that has had time to rest has all of its
   *     decisions in a checkpoint
   */
  private void letGo(Plan plan, int index, List<Long> closes, boolean runUp) {
    if (index == plan.moments().size()) {
      feed.goTo(Long.MAX_VALUE);
    } else {
      Moment moment = plan.moments().get(index);
      int place = closes.indexOf(moment.close()) + (runUp ? -RUN_UP : moment.ahead());
      feed.goTo(closes.get(Math.min(place, closes.size() - 1)));
    }
  }

  private void perform(Plan plan, int index, List<Long> closes) throws Exception {
    Moment moment = plan.moments().get(index);
    letGo(plan, index, closes, false);
    log.awaitOrderOf(moment.close(), PATIENCE);
    LockSupport.parkNanos(moment.delayMillis() * NANOS);
    int inFlight = inFlight(closes);
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    long first = System.nanoTime();
    letGo(plan, index + 1, closes, true);
    long struck = 0;
    List<String> details = new ArrayList<>();
    List<Future<?>> mending = new ArrayList<>();
    for (Strike strike : moment.strikes()) {
      Fault fault = strike.fault().on(stage, strike.random());
      details.add(fault.detail());
      LockSupport.parkNanos(first + strike.afterMillis() * NANOS - System.nanoTime());
      struck = System.currentTimeMillis();
      fault.strike();
      mending.add(menders.submit(() -> mend(fault)));
    }
    long sent = feed.last();
    feed.goTo(next(sent, closes));
    TopicLog.Valid again = log.awaitDecisionAfter(sent, PATIENCE);
    for (Future<?> one : mending) {
      one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    details.removeIf(String::isEmpty);
    told.accept(
        new Outcome(
            moment,
            String.join(", ", details),
            inFlight,
            load,
            again.decidedAt() - struck,
            again.committedAt() - struck));
  }

  /** All that was sent may have been reported on by now; the next close has orders, or one soon. */
  private int inFlight(List<Long> closes) throws InterruptedException {
    int inFlight = log.awaitInFlight(FOR_AN_ORDER);
    for (int more = 0; inFlight == 0 && more < RUN_UP; more++) {
      feed.goTo(next(feed.last(), closes));
      inFlight = log.awaitInFlight(FOR_AN_ORDER);
    }
    return inFlight;
  }

  private static long next(long close, List<Long> closes) {
    return closes.get(Math.min(closes.indexOf(close) + 1, closes.size() - 1));
  }

  private static Void mend(Fault fault) throws Exception {
    fault.mend();
    return null;
  }

  private Left end() throws Exception {
    feed.awaitEnd();
    log.awaitDecisionAfter(feed.last() - 1, PATIENCE);
    Path runDb = scene.folder().resolve("run.db");
    ReadingEnd last = ReadingEnd.close(Instant.ofEpochMilli(feed.last()), PATIENCE);
    new DecisionRecorder(scene.topics()).record(kafka, runDb, last);
    log.close();
    return new Left(
        runDb,
        log.orders().ids(),
        log.orders().contradictions(),
        log.orders().repeats(),
        log.repeatedRows(),
        log.deadLetters(),
        log.orders().snapshot());
  }
}
