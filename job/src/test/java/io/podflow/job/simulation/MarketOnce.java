package io.podflow.job.simulation;

import io.podflow.domain.market.Bar;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.settings.Roster;
import io.podflow.job.simulation.stage.Intake;
import io.podflow.job.simulation.world.World;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.version.ScopeTimeline;
import io.podflow.job.version.VersionedGate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the market gate makes of a feed that it reads once.
 *
 * @param bars in their order
 * @param rates of funding that are paid, by time
 * @param timeline which configuration holds at which close
 */
record MarketOnce(List<Bar> bars, List<FundingRate> rates, ScopeTimeline<Roster> timeline) {

  static MarketOnce of(World world, List<FeedItem> feed) {
    VersionedGate gate = new VersionedGate(world.scope(), MarketOnce.class.getClassLoader());
    Intake intake = new Intake(Intake.NONE);
    List<MarketItem> items = new ArrayList<>();
    for (FeedItem item : feed) {
      if (!intake.passes(item)) {
        continue;
      }
      if (item.version() != null) {
        items.addAll(gate.onVersion(item.version()));
      } else if (item.row() != null) {
        items.addAll(gate.onRow(item.row()));
        items.addAll(gate.close(gate.complete()));
      } else if (item.rate() != null) {
        items.addAll(gate.onRate(item.rate()));
      } else {
        items.addAll(gate.close(item.beat()));
      }
    }
    List<Bar> bars = new ArrayList<>();
    List<FundingRate> rates = new ArrayList<>();
    for (MarketItem item : items) {
      MarketRecord record = item.record();
      Bar bar = record == null ? null : record.bar();
      if (bar != null) {
        bars.add(bar);
      }
      if (item.rate() != null) {
        rates.add(item.rate());
      }
    }
    return new MarketOnce(bars, rates, gate.timeline());
  }

  /** Whether a pod is one that was there before, at a close. */
  boolean hasLeft(int pod, long close) {
    Roster then = timeline.at(close).scope().roster();
    return pod < then.podCount() && then.hasDeparted(pod);
  }
}
