package io.podflow.job.step;

import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthLog;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.MarketItem;
import io.podflow.job.version.ScopeTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices by a wall clock that a close is late, and says what it waits for: bars of the feed, or
 * the exchange side (decision LV2). Nothing that is decided depends on it, and it remembers nothing
 * over a restart. Safe for use by several threads: one that brings what happens, one that looks.
 *
 * <p>While bars keep coming, the market may be any time behind the wall clock: the job catches up,
 * or replays the past.
 */
public final class CloseWatch {

  /** Symbols that one sentence names. */
  private static final int MOST_NAMED = 5;

  private static final long NEVER = Long.MIN_VALUE;

  private final ScopeTimeline<RunScope> timeline;
  private final long begin;
  private final boolean external;
  private final long grace;
  private final Set<Integer> came = new TreeSet<>();
  private long moved;
  private long closed = NEVER;
  private long closedAt;
  private long decided = NEVER;

  /**
   * @param external whether closes wait for an exchange side
   * @param grace how late a close may be, milliseconds
   * @param now of the wall clock, epoch milliseconds UTC, as all that follow
   */
  public CloseWatch(
      RunScope scope, ClassLoader strategies, boolean external, long grace, long now) {
    this.timeline = new ScopeTimeline<>(scope, strategies, holding -> holding);
    this.begin = scope.window().from();
    this.external = external;
    this.grace = grace;
    this.moved = now;
    this.closedAt = now;
  }

  /** Something came from the market. */
  public synchronized void market(MarketItem item, long now) {
    moved = now;
    if (item.version() != null) {
      timeline.take(item.version());
    }
    MarketRecord record = item.record();
    if (record != null && record.bar() != null && record.bar().closeTime() == next()) {
      came.add(record.bar().symbol());
    }
  }

  /** All that the market says up to a time is there. */
  public synchronized void closed(long time, long now) {
    moved = now;
    closedAt = now;
    closed = Math.max(closed, time);
    came.clear();
  }

  /** The portfolio has decided a close. */
  public synchronized void decided(long close) {
    decided = Math.max(decided, close);
  }

  /** The last close that the portfolio has decided; the lowest number before the first. */
  public synchronized long lastDecided() {
    return decided;
  }

  /** Tells a log what is late at {@code now}, and what is not any more. */
  public synchronized void look(HealthLog log, long now) {
    boolean late = isLate(now);
    boolean silent = late && came.isEmpty();
    tell(log, HealthKind.FEED_SILENT, silent, now);
    tell(log, HealthKind.CLOSE_LATE, late && !silent, now);
    tell(log, HealthKind.EXCHANGE_SILENT, isExchangeSilent(now), now);
  }

  private void tell(HealthLog log, HealthKind kind, boolean holds, long now) {
    if (holds) {
      log.see(kind, "", waiting(now), now);
    } else {
      log.end(kind, "");
    }
  }

  private boolean isLate(long now) {
    long next = next();
    return next != Long.MAX_VALUE && now - next > grace && now - moved > grace;
  }

  private boolean isExchangeSilent(long now) {
    return waitsForExchange() && now - closedAt > grace;
  }

  private boolean waitsForExchange() {
    return external && undecided() <= closed;
  }

  private long undecided() {
    return timeline.nextClose(Math.max(begin, decided));
  }

  private long next() {
    return timeline.nextClose(Math.max(begin, closed));
  }

  /** What the job waits for at {@code now}, one sentence; empty when it has no next close. */
  public synchronized String waiting(long now) {
    if (waitsForExchange()) {
      return "the close of "
          + Instant.ofEpochMilli(undecided())
          + " waits for the exchange side's heartbeat";
    }
    long next = next();
    if (next == Long.MAX_VALUE) {
      return "";
    }
    String close = "the close of " + Instant.ofEpochMilli(next);
    if (!came.isEmpty()) {
      return close + " waits for bars of " + missing(next);
    }
    return isLate(now)
        ? close + " waits for the feed, which has sent nothing for " + (now - moved) / 1_000 + " s"
        : close + " is the next";
  }

  /** The symbols of the pods that close then, of which no bar came. */
  private String missing(long close) {
    RunScope scope = timeline.at(close).scope();
    List<String> names = new ArrayList<>();
    for (int symbol = 0; symbol < scope.layout().universe().size(); symbol++) {
      if (!came.contains(symbol) && isTraded(scope, symbol, close)) {
        names.add(scope.layout().universe().symbol(symbol));
      }
    }
    if (names.isEmpty()) {
      return "pods with a longer timeframe, or of the feed's heartbeat";
    }
    int more = names.size() - MOST_NAMED;
    String named = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static boolean isTraded(RunScope scope, int symbol, long close) {
    for (int pod = 0; pod < scope.layout().podCount(); pod++) {
      if (!scope.layout().hasDeparted(pod)
          && scope.layout().pod(pod).timeframe().closesAt(close)
          && scope.layout().trades(pod, symbol)) {
        return true;
      }
    }
    return false;
  }
}
