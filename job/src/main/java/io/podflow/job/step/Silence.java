package io.podflow.job.step;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.MarketItem;
import io.podflow.job.version.ScopeTimeline;
import java.time.Instant;

/**
 * Notices that the market goes on and the exchange side is silent (requirement E3): a close of the
 * portfolio is over, and no heartbeat has come for it in time. It looks at event time alone, on the
 * machine's clock; nothing that is decided depends on it, and so it remembers nothing over a
 * restart.
 */
public final class Silence {

  private final ScopeTimeline<RunScope> timeline;
  private final Output out;
  private final Patience patience;
  private long market = Long.MIN_VALUE;
  private long exchange;
  private long missed;
  private boolean warned;

  /** Who speaks, and who wakes. */
  public interface Output {

    void say(Event event);

    /** Asks for {@link Silence#wake} at a time of the machine's clock, milliseconds. */
    void wakeAt(long machineTime);
  }

  /**
   * @param patience milliseconds of the machine's clock
   */
  public Silence(RunScope scope, ClassLoader strategies, long patience, Output out) {
    this.timeline = new ScopeTimeline<>(scope, strategies, holding -> holding);
    this.exchange = scope.window().from();
    this.patience = new Patience(patience);
    this.out = out;
  }

  /** What comes from the market may change which closes there are. */
  public void take(MarketItem item) {
    if (item.version() != null) {
      timeline.take(item.version());
    }
  }

  /**
   * The market has come to a time.
   *
   * @param now of the machine's clock, milliseconds
   */
  public void market(long time, long now) {
    market = time;
    watch(now);
  }

  /** The exchange side has come to a time. */
  public void exchange(long time) {
    exchange = Math.max(exchange, time);
    if (warned && !isBehind()) {
      warned = false;
      say(Severity.INFO, "the exchange side is back: " + Instant.ofEpochMilli(exchange));
    }
  }

  private boolean isBehind() {
    return timeline.nextClose(exchange) <= market;
  }

  private void watch(long now) {
    if (patience.end().isEmpty() && !warned && isBehind()) {
      missed = timeline.nextClose(exchange);
      patience.look(true, now);
      patience.end().ifPresent(out::wakeAt);
    }
  }

  /** The machine's clock has come to a time that was asked for. */
  public void wake(long now) {
    patience.look(false, now);
    if (exchange >= missed) {
      watch(now);
    } else {
      warned = true;
      say(
          Severity.WARNING,
          "the exchange side is silent: closes from "
              + Instant.ofEpochMilli(missed)
              + " wait for its heartbeat");
    }
  }

  private void say(Severity severity, String message) {
    out.say(new Event(market, EventKind.ORDER, "", "", "", "", severity, message));
  }
}
