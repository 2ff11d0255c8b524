package io.podflow.job.step;

import io.podflow.api.Bar;
import io.podflow.domain.journal.Event;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.version.ScopeTimeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which keys get a bar: every (pod, symbol) that trades it under what holds at its close, pairs
 * that are to come, whose windows it fills, and, in the timeframe its symbol fills on, the
 * portfolio. Versions of the configuration go to every key in the same order as its bars; rates of
 * funding go to the pods that trade their symbol, and to the portfolio.
 */
public final class BarRouting {

  private final RunScope scope;
  private final int portfolio;
  private final ScopeTimeline<Routes> timeline;

  /** Where things go. */
  public interface Output {

    void toAsset(PodBar bar);

    /** A bar that its symbol fills on and is marked with. */
    void toPortfolio(PortfolioInput bar);

    void tellPod(KeyNotice notice);

    void tellPortfolio(KeyNotice notice);

    /** What the source has to say about the data. */
    void toRecord(Event event);
  }

  /**
   * @param strategies where strategies of versions are looked up
   * @param portfolio key of the portfolio
   */
  public BarRouting(RunScope scope, ClassLoader strategies, int portfolio) {
    this.scope = scope;
    this.portfolio = portfolio;
    this.timeline = new ScopeTimeline<>(scope, strategies, held -> new Routes(held.layout()));
  }

  /** What comes out of the market gate of a live job. */
  public void take(MarketItem item, Output out) {
    if (item.version() != null && timeline.take(item.version())) {
      tell(item.version(), out);
    }
    if (item.rate() != null) {
      tell(item.rate(), out);
    }
    if (item.history() != null) {
      prepare(item.history(), true, out);
    }
    if (item.record() != null) {
      take(item.record(), out);
    }
  }

  /** A bar, or something to say about the data. */
  public void take(MarketRecord record, Output out) {
    Event event = record.event();
    Bar bar = record.bar();
    if (event != null) {
      out.toRecord(event);
    }
    if (bar != null) {
      take(bar, out);
    }
  }

  public void take(Bar bar, Output out) {
    route(bar, out);
    prepare(bar, false, out);
  }

  private void tell(ConfigVersion version, Output out) {
    ScopeTimeline.Stretch<Routes> stretch = timeline.of(version);
    for (Routes.Seat seat : stretch.parts().seats()) {
      out.toAsset(PodBar.of(seat.asset(), version));
    }
    for (int pod = 0; pod < stretch.scope().layout().podCount(); pod++) {
      out.tellPod(KeyNotice.of(pod, version));
    }
    out.tellPortfolio(KeyNotice.of(portfolio, version));
  }

  private void tell(FundingRate rate, Output out) {
    ScopeTimeline.Stretch<Routes> now = timeline.at(rate.time());
    PortfolioLayout layout = now.scope().layout();
    if (layout.universe().contains(rate.symbol())) {
      int symbol = layout.universe().indexOf(rate.symbol());
      for (int pod = 0; pod < layout.podCount(); pod++) {
        if (now.trades(pod, symbol)) {
          out.tellPod(KeyNotice.of(pod, rate));
        }
      }
    }
    out.tellPortfolio(KeyNotice.of(portfolio, rate));
  }

  private void route(Bar bar, Output out) {
    ScopeTimeline.Stretch<Routes> now = timeline.at(bar.closeTime());
    for (Routes.Seat seat : now.parts().of(bar)) {
      out.toAsset(PodBar.of(seat.asset(), seat.pod(), seat.position(), bar));
    }
    PortfolioLayout layout = now.scope().layout();
    if (bar.symbol() < layout.universe().size()
        && bar.timeframe() == layout.finestTimeframe(bar.symbol())
        && scope.isForPortfolio(bar.closeTime())) {
      out.toPortfolio(PortfolioInput.of(bar));
    }
  }

  /**
   * For pairs that are traded later and not yet.
   *
   * @param history whether it is for pairs of a version that waits for its history; the others have
   *     had the bar when it came
   */
  private void prepare(Bar bar, boolean history, Output out) {
    List<ScopeTimeline.Stretch<Routes>> ahead = timeline.from(bar.closeTime());
    if (ahead.size() == 1) {
      return;
    }
    Set<Integer> done = new HashSet<>();
    ahead.get(0).parts().of(bar).forEach(seat -> done.add(seat.asset()));
    for (ScopeTimeline.Stretch<Routes> stretch : ahead.subList(1, ahead.size())) {
      if (history != (stretch.effective() == ConfigVersion.OPEN)) {
        continue;
      }
      for (Routes.Seat seat : stretch.parts().of(bar)) {
        if (done.add(seat.asset())) {
          out.toAsset(PodBar.ahead(seat.asset(), seat.pod(), seat.position(), bar));
        }
      }
    }
  }
}
