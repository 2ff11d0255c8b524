package io.podflow.simulation;

import io.podflow.api.Bar;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.step.EntranceOutput;
import io.podflow.job.step.MarketEntrance;
import io.podflow.job.version.ScopeTimeline;
import io.podflow.simulation.stage.Intake;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What the market gate makes of a feed that it reads once.
 *
 * @param bars in their order
 * @param rates of funding that are paid, by time
 * @param timeline which configuration holds at which close
 */
record MarketOnce(
    List<Bar> bars, List<FundingRate> rates, ScopeTimeline<PortfolioLayout> timeline) {

  /** Keeps what is asked for; event time is of no interest. */
  private record Kept(List<Bar> bars, List<FundingRate> rates)
      implements EntranceOutput<MarketItem> {

    @Override
    public void emit(MarketItem item, long time) {
      MarketRecord record = item.record();
      Bar bar = record == null ? null : record.bar();
      if (bar != null) {
        bars.add(bar);
      }
      if (item.rate() != null) {
        rates.add(item.rate());
      }
    }

    @Override
    public void advance(long time) {}
  }

  static MarketOnce of(World world, List<FeedItem> feed) {
    Kept kept = new Kept(new ArrayList<>(), new ArrayList<>());
    MarketEntrance entrance =
        new MarketEntrance(world.scope(), MarketOnce.class.getClassLoader(), kept);
    Intake intake = new Intake(Intake.NONE);
    for (FeedItem item : feed) {
      if (intake.passes(item)) {
        entrance.take(item);
      }
    }
    return new MarketOnce(kept.bars(), kept.rates(), entrance.timeline());
  }

  /** Whether a pod is one that was there before, at a close. */
  boolean hasLeft(int pod, long close) {
    PortfolioLayout then = timeline.at(close).scope().layout();
    return pod < then.podCount() && then.hasDeparted(pod);
  }
}
