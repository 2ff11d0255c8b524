package io.podflow.job.step;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.version.ScopeTimeline;
import io.podflow.job.version.VersionedGate;
import java.util.List;

/**
 * Where a live feed of bars enters: everything that it sends goes through {@link VersionedGate},
 * and the closes that are over set event time. The job, the paper exchange and the simulation read
 * the feed through it, so they see the same closes.
 */
public final class MarketEntrance {

  private final VersionedGate gate;
  private final EntranceOutput<MarketItem> out;
  private final FeedCases cases = new Cases();
  private boolean announced;

  /**
   * @param scope of the run before the first version is known
   * @param strategies where strategies of versions are looked up
   */
  public MarketEntrance(RunScope scope, ClassLoader strategies, EntranceOutput<MarketItem> out) {
    this.gate = new VersionedGate(scope, strategies);
    this.out = out;
  }

  private final class Cases implements FeedCases {

    @Override
    public void onRow(MarketRow row) {
      send(gate.onRow(row));
      close(gate.complete());
    }

    @Override
    public void onBeat(long time) {
      close(time);
    }

    @Override
    public void onVersion(ConfigVersion version) {
      send(gate.onVersion(version));
    }

    @Override
    public void onHistory(MarketRow row) {
      send(gate.onHistory(row));
    }

    @Override
    public void onRate(FundingRate rate) {
      send(gate.onRate(rate));
    }

    @Override
    public void onFault(String what) {
      send(gate.onFault(what));
    }
  }

  /** Goes on from a state, with the versions that came with it. */
  public void restore(BarCloseGateState restored, List<ConfigVersion> versions) {
    gate.restore(restored, versions);
  }

  public BarCloseGateState state() {
    return gate.state();
  }

  /** Versions that were accepted, in their order. */
  public List<ConfigVersion> versions() {
    return gate.versions();
  }

  /** What holds at which close. */
  public ScopeTimeline<PortfolioLayout> timeline() {
    return gate.timeline();
  }

  /**
   * Says what those behind it do not keep, and has to come before anything else: the versions, and
   * up to when all has been emitted.
   */
  public void begin() {
    announce();
    if (reached() > Long.MIN_VALUE) {
      out.advance(reached());
    }
  }

  /** Takes the next item; before the first one, versions are announced. */
  public void take(FeedItem item) {
    announce();
    FeedCases.of(item, cases);
  }

  private void announce() {
    if (!announced) {
      announced = true;
      send(gate.announcements());
    }
  }

  /** The last close that is over, epoch milliseconds UTC; the lowest number before the first. */
  public long reached() {
    return gate.state().closedUpTo;
  }

  /** Whether a close that some symbol has had a row of waits for other symbols. */
  public boolean isWaiting() {
    return gate.latest() > reached();
  }

  /** Ends the closes that wait, without the rows that are missing. */
  public void giveUpWaiting() {
    announce();
    close(gate.latest());
  }

  private void close(long time) {
    if (time > reached()) {
      send(gate.close(time));
      out.advance(time);
    }
  }

  private void send(List<MarketItem> items) {
    for (MarketItem item : items) {
      MarketRecord record = item.record();
      out.emit(item, record == null ? reached() : record.time());
    }
  }
}
