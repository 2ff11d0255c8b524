package io.podflow.chaos.traffic;

import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.FolderRows;
import io.podflow.domain.market.RunWindow;
import io.podflow.job.engine.RunScope;
import io.podflow.live.feed.BarReplay;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends the bars of a market close by close, at a pace, and not beyond the close that it may go to.
 */
public final class Feed {

  private final KafkaAccess kafka;
  private final Topics topics;
  private final RunScope scope;
  private final BarInventory inventory;
  private final RunWindow window;
  private final Duration pause;
  private final Thread thread = new Thread(this::send, "feed");
  private volatile @Nullable RuntimeException failure;
  private long allowed = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param window the bars that are sent
   * @param pause between closes; zero for as fast as it goes
   */
  public Feed(
      KafkaAccess kafka,
      Topics topics,
      RunScope scope,
      BarInventory inventory,
      RunWindow window,
      Duration pause) {
    this.kafka = kafka;
    this.topics = topics;
    this.scope = scope;
    this.inventory = inventory;
    this.window = window;
    this.pause = pause;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void send() {
    try (FolderRows rows = new FolderRows(inventory, window)) {
      new BarReplay(
              topics,
              LiveCodecs.of(scope.layout()).bars(),
              scope.layout().universe(),
              window.from(),
              this::afterClose)
          .send(kafka, rows);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void afterClose(long close) {
    synchronized (this) {
      last = close;
      while (close >= allowed) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
    LockSupport.parkNanos(pause.toNanos());
  }

  /** Lets it go on to a close, that one included. */
  public synchronized void goTo(long close) {
    allowed = Math.max(allowed, close);
    notifyAll();
  }

  /**
   * The last close that was sent.
   *
   * @throws IllegalStateException if something could not be sent
   */
  public synchronized long last() {
    RuntimeException failed = failure;
    if (failed != null) {
      throw new IllegalStateException("the feed has failed", failed);
    }
    return last;
  }

  /** Waits until everything is sent. */
  public void awaitEnd() throws InterruptedException {
    thread.join();
  }

  /** Ends it, wherever it is. */
  public void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
