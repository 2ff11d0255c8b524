package io.podflow.live.paper;

import io.podflow.api.Bar;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.Universe;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.step.EntranceOutput;
import io.podflow.job.step.MarketEntrance;
import io.podflow.job.step.Patience;
import java.util.HashMap;
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
  private final MarketEntrance entrance;
  private final Patience patience;
  private final Queue<Close> due;
  private final Map<Long, Map<Integer, Bar>> bars = new HashMap<>();
  private long done;

  /**
   * @param due gets the closes that are over, in their order
   */
  MarketCloses(RunScope scope, ConfigVersion first, Queue<Close> due) {
    this.scope = scope;
    this.due = due;
    this.entrance = new MarketEntrance(scope, MarketCloses.class.getClassLoader(), new Bars());
    this.patience = new Patience(scope.layout().settings().live().barTimeout().toNanos());
    this.done = scope.window().from();
    entrance.take(FeedItem.of(first));
  }

  /** What comes out of the market gate. */
  private final class Bars implements EntranceOutput<MarketItem> {

    @Override
    public void emit(MarketItem item, long time) {
      MarketRecord record = item.record();
      if (record != null && record.bar() != null) {
        keep(record.bar());
      }
    }

    @Override
    public void advance(long time) {
      for (long next = entrance.timeline().nextClose(done);
          next <= time;
          next = entrance.timeline().nextClose(done)) {
        due.add(new Close(next, barsOf(next)));
        done = next;
      }
    }
  }

  /** Symbols by number, as far as versions of the configuration are known. */
  Universe universe() {
    return entrance.timeline().last().scope().layout().universe();
  }

  /**
   * @param nanos of a clock that only goes forward
   */
  void take(FeedItem item, long nanos) {
    entrance.take(item);
    patience.look(entrance.isWaiting(), nanos);
  }

  /** Up to when the feed has said all, epoch milliseconds UTC. */
  long reached() {
    return entrance.reached();
  }

  /** Ends what has waited too long for the symbols that are missing. */
  void giveUpWaiting(long nanos) {
    if (patience.isOver(nanos)) {
      entrance.giveUpWaiting();
      patience.look(entrance.isWaiting(), nanos);
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

  private void keep(Bar bar) {
    if (isFilledOn(bar) && !scope.window().warmsUp(bar.closeTime())) {
      bars.computeIfAbsent(bar.closeTime(), time -> new HashMap<>()).put(bar.symbol(), bar);
    }
  }

  private boolean isFilledOn(Bar bar) {
    PortfolioLayout layout = entrance.timeline().at(bar.closeTime()).scope().layout();
    return bar.symbol() < layout.universe().size()
        && bar.timeframe() == layout.finestTimeframe(bar.symbol());
  }
}
