package io.podflow.simulation.stage;

import io.podflow.domain.journal.Event;
import io.podflow.job.operator.BarRouter;
import io.podflow.job.operator.VersionRouter;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.PortfolioInput;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the things go that the router puts beside its bars.
 *
 * @param fillBars to the portfolio
 * @param podNotices to all pods
 * @param portfolioNotices to the portfolio
 * @param events to be written down
 */
record Aside(
    Emission<PortfolioInput> fillBars,
    Emission<KeyNotice> podNotices,
    Emission<KeyNotice> portfolioNotices,
    Consumer<Event> events) {

  List<OperatorStage.Side<?>> sides() {
    return List.of(
        new OperatorStage.Side<>(BarRouter.FILL_BARS, fillBars),
        new OperatorStage.Side<>(VersionRouter.POD_NOTICES, podNotices),
        new OperatorStage.Side<>(VersionRouter.PORTFOLIO_NOTICES, portfolioNotices),
        new OperatorStage.Side<>(BarRouter.DATA_EVENTS, told()));
  }

  void watermark(long time) {
    fillBars.watermark(time);
    podNotices.watermark(time);
    portfolioNotices.watermark(time);
  }

  private Emission<Event> told() {
    return OperatorStages.told(events);
  }
}
