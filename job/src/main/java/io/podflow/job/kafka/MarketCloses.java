package io.podflow.job.kafka;

import io.podflow.domain.market.Bar;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.version.VersionedGate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final VersionedGate gate;
  private final Map<Long, Map<Integer, Bar>> bars = new HashMap<>();
  private long done;
  private long waitingSince;
  private boolean waits;

  MarketCloses(RunScope scope, ConfigVersion first) {
    this.scope = scope;
    this.gate = new VersionedGate(scope, MarketCloses.class.getClassLoader());
    this.done = scope.window().from();
    gate.onVersion(first);
  }

  /** Symbols by number, as far as versions of the configuration are known. */
  Universe universe() {
    return gate.timeline().last().scope().roster().universe();
  }

  /**
   * @param nanos of a clock that only goes forward
   */
  void take(FeedItem item, long nanos, Queue<Close> due) {
    if (item.row() != null) {
      keep(gate.onRow(item.row()));
      close(gate.complete(), due);
    } else if (item.beat() != FeedItem.NO_BEAT) {
      close(item.beat(), due);
    } else if (item.version() != null) {
      gate.onVersion(item.version());
    } else if (item.history() != null) {
      gate.onHistory(item.history());
    }
    boolean waited = waits;
    waits = gate.latest() > reached();
    waitingSince = waits && !waited ? nanos : waitingSince;
  }

  /** Up to when the feed has said all, epoch milliseconds UTC. */
  long reached() {
    return gate.state().closedUpTo;
  }

  /** Ends what has waited too long for the symbols that are missing. */
  void giveUpWaiting(long nanos, Queue<Close> due) {
    long patience = scope.roster().settings().live().barTimeout().toNanos();
    if (waits && nanos - waitingSince > patience) {
      waits = false;
      close(gate.latest(), due);
    }
  }

  private void close(long time, Queue<Close> due) {
    if (time <= reached()) {
      return;
    }
    keep(gate.close(time));
    for (long next = gate.timeline().nextClose(done);
        next <= time;
        next = gate.timeline().nextClose(done)) {
      due.add(new Close(next, barsOf(next)));
      done = next;
    }
  }

  private @Nullable Bar[] barsOf(long close) {
    @Nullable Bar[] bySymbol = new @Nullable Bar[universe().size()];
    Map<Integer, Bar> ofClose = bars.remove(close);
    if (ofClose != null) {
      ofClose.forEach((symbol, bar) -> bySymbol[symbol] = bar);
    }
    return bySymbol;
  }

  private void keep(List<MarketItem> items) {
    for (MarketItem item : items) {
      MarketRecord record = item.record();
      Bar bar = record == null ? null : record.bar();
      if (bar != null && isFilledOn(bar) && !scope.window().warmsUp(bar.closeTime())) {
        bars.computeIfAbsent(bar.closeTime(), time -> new HashMap<>()).put(bar.symbol(), bar);
      }
    }
  }

  private boolean isFilledOn(Bar bar) {
    Roster roster = gate.timeline().at(bar.closeTime()).scope().roster();
    return bar.symbol() < roster.universe().size()
        && bar.timeframe() == roster.finestTimeframe(bar.symbol());
  }
}
