package io.podflow.job.kafka;

import io.podflow.domain.market.Bar;
import io.podflow.domain.market.MarketGate;
import io.podflow.domain.market.MarketGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.RunScope;
import io.podflow.job.operator.MarketGateOperator;
import io.podflow.job.state.FeedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The portfolio's closes, with the bars that symbols fill on, as the job sees them. */
final class MarketCloses {

  /**
   * A close that is over.
   *
   * @param time epoch milliseconds UTC
   * @param bars by universe index
   */
  record Close(long time, @Nullable Bar[] bars) {}

  private final RunScope scope;
  private final MarketGate gate;
  private final MarketGateState state;
  private final Map<Long, @Nullable Bar[]> bars = new HashMap<>();
  private long done;
  private long waitingSince;
  private boolean waits;

  MarketCloses(RunScope scope) {
    this.scope = scope;
    this.gate = MarketGateOperator.gateOf(scope);
    this.state = gate.initialState();
    this.done = scope.window().from();
  }

  /**
   * @param nanos of a clock that only goes forward
   */
  void take(FeedItem item, long nanos, Queue<Close> due) {
    MarketRow row = item.row();
    if (row == null) {
      close(item.beat(), due);
    } else {
      keep(gate.onRow(state, row));
      close(gate.complete(state), due);
    }
    boolean waited = waits;
    waits = gate.latest(state) > state.closedUpTo;
    waitingSince = waits && !waited ? nanos : waitingSince;
  }

  /** Up to when the feed has said all, epoch milliseconds UTC. */
  long reached() {
    return state.closedUpTo;
  }

  /** Ends what has waited too long for the symbols that are missing. */
  void giveUpWaiting(long nanos, Queue<Close> due) {
    long patience = scope.roster().settings().live().barTimeout().toNanos();
    if (waits && nanos - waitingSince > patience) {
      waits = false;
      close(gate.latest(state), due);
    }
  }

  private void close(long time, Queue<Close> due) {
    if (time <= state.closedUpTo) {
      return;
    }
    keep(gate.close(state, time));
    int symbols = scope.roster().universe().size();
    for (long next = scope.nextClose(done); next <= time; next = scope.nextClose(done)) {
      Bar[] ofClose = bars.remove(next);
      due.add(new Close(next, Objects.requireNonNullElseGet(ofClose, () -> new Bar[symbols])));
      done = next;
    }
  }

  private void keep(List<MarketRecord> records) {
    Roster roster = scope.roster();
    for (MarketRecord record : records) {
      Bar bar = record.bar();
      if (bar != null
          && bar.timeframe() == roster.finestTimeframe(bar.symbol())
          && !scope.window().warmsUp(bar.closeTime())) {
        bars.computeIfAbsent(bar.closeTime(), time -> new Bar[roster.universe().size()])[
                bar.symbol()] =
            bar;
      }
    }
  }
}
