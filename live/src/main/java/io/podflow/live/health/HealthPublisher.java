package io.podflow.live.health;

import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthLog;
import io.podflow.domain.health.HealthMessage;
import io.podflow.domain.health.HealthRecord;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what one part of podflow sees going wrong, and every {@value #ALIVE_MILLIS} ms that the part
 * runs. It has a thread of its own, which begins at once and not with the first record. Safe for
 * use by several threads.
 */
public final class HealthPublisher implements AutoCloseable {

  /** Time between two records of being alive. */
  public static final long ALIVE_MILLIS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(HealthPublisher.class);
  private static final long LOOK_MILLIS = 1_000;

  /** What a part looks at by itself, in the thread of the publisher. */
  public interface Observer {

    /**
     * Looks at what takes time, such as a broker; called before each record of being alive, and
     * nobody waits for it.
     */
    default void refresh() {}

    /** Tells the log what is seen and what is over; called every second, and must not wait. */
    void observe(HealthLog log, long now);

    /** What the part is doing; called before each record of being alive. */
    AliveRecord alive(long now, String host);
  }

  private final HealthLog log;
  private final Observer observer;
  private final HealthOutlet outlet;
  private final Consumer<HealthRecord> told;
  private final String host = host();
  private final ScheduledExecutorService clock;
  private volatile long nextAlive = Long.MIN_VALUE;

  private HealthPublisher(
      String part, Observer observer, HealthOutlet outlet, Consumer<HealthRecord> told) {
    this.log = new HealthLog(part);
    this.observer = observer;
    this.outlet = outlet;
    this.told = told;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "podflow health of " + part);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to look and to publish.
   *
   * @param part the part of podflow that sees, as {@link HealthRecord#part}
   * @param outlet is closed with the publisher
   * @param told gets every finding that is published, for metrics
   */
  public static HealthPublisher start(
      String part, Observer observer, HealthOutlet outlet, Consumer<HealthRecord> told) {
    HealthPublisher publisher = new HealthPublisher(part, observer, outlet, told);
    publisher.clock.scheduleWithFixedDelay(publisher::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return publisher;
  }

  /** Something is seen; it is published within a second. */
  public synchronized void see(HealthKind kind, String subject, String reason) {
    log.see(kind, subject, reason, now());
  }

  private void look() {
    try {
      if (now() >= nextAlive) {
        observer.refresh();
      }
      outlet.write(due());
    } catch (RuntimeException e) {
      LOG.warn("health could not be observed", e);
    }
  }

  private synchronized List<HealthMessage> due() {
    long now = now();
    observer.observe(log, now);
    List<HealthRecord> findings = log.due(now);
    findings.forEach(told);
    List<HealthMessage> due = new ArrayList<>(findings);
    if (now >= nextAlive) {
      nextAlive = now + ALIVE_MILLIS;
      due.add(observer.alive(now, host));
    }
    return due;
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  /** Name of this machine; empty where it has none. */
  public static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  @Override
  public void close() {
    clock.shutdown();
    outlet.close();
  }
}
