package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.step.BarRouting;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** What a router puts out: bars to assets straight on, everything else aside. */
class RoutedOutput<I> implements BarRouting.Output {

  private final ProcessFunction<I, PodBar>.Context context;
  private final Collector<PodBar> assets;

  RoutedOutput(ProcessFunction<I, PodBar>.Context context, Collector<PodBar> assets) {
    this.context = context;
    this.assets = assets;
  }

  @Override
  public void toAsset(PodBar bar) {
    assets.collect(bar);
  }

  @Override
  public void toPortfolio(PortfolioInput bar) {
    context.output(BarRouter.FILL_BARS, bar);
  }

  @Override
  public void tellPod(KeyNotice notice) {
    context.output(VersionRouter.POD_NOTICES, notice);
  }

  @Override
  public void tellPortfolio(KeyNotice notice) {
    context.output(VersionRouter.PORTFOLIO_NOTICES, notice);
  }

  @Override
  public void toRecord(Event event) {
    context.output(BarRouter.DATA_EVENTS, event);
  }
}
