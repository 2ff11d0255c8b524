package io.podflow.simulation.stage;

import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.step.BarRouting;

/** {@link BarRouting} as its operator runs it. */
final class StepRouter implements Stage<MarketItem> {

  private final BarRouting routing;
  private final Emission<PodBar> bars;
  private final Aside aside;
  private final Routed routed = new Routed();
  private long now;

  StepRouter(RunScope scope, Emission<PodBar> bars, Aside aside) {
    this.routing = new BarRouting(scope, StepRouter.class.getClassLoader(), 0);
    this.bars = bars;
    this.aside = aside;
  }

  private final class Routed implements BarRouting.Output {

    @Override
    public void toAsset(PodBar bar) {
      bars.record(bar, now);
    }

    @Override
    public void toPortfolio(PortfolioInput bar) {
      aside.fillBars().record(bar, now);
    }

    @Override
    public void tellPod(KeyNotice notice) {
      aside.podNotices().record(notice, now);
    }

    @Override
    public void tellPortfolio(KeyNotice notice) {
      aside.portfolioNotices().record(notice, now);
    }

    @Override
    public void toRecord(Event event) {
      aside.events().accept(event);
    }
  }

  @Override
  public void take(MarketItem item, long time) {
    now = time;
    routing.take(item, routed);
  }

  @Override
  public void advance(long watermark) {
    bars.watermark(watermark);
    aside.watermark(watermark);
  }

  @Override
  public Memory memory() {
    return new Memory.None();
  }

  @Override
  public void close() {}
}
