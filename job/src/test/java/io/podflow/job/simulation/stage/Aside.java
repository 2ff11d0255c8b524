package io.podflow.job.simulation.stage;

import io.podflow.domain.journal.Event;
import io.podflow.job.operator.BarRouter;
import io.podflow.job.operator.VersionRouter;
import io.podflow.job.state.KeyVersion;
import io.podflow.job.state.PortfolioInput;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.util.OutputTag;

/**
 * Where the things go that the router puts beside its bars.
 *
 * @param fillBars to the portfolio
 * @param podVersions to all pods
 * @param portfolioVersions to the portfolio
 * @param events to be written down
 */
record Aside(
    Emission<PortfolioInput> fillBars,
    Emission<KeyVersion> podVersions,
    Emission<KeyVersion> portfolioVersions,
    Consumer<Event> events) {

  List<OperatorStage.Side<?>> sides() {
    return List.of(
        new OperatorStage.Side<>(BarRouter.FILL_BARS, fillBars),
        new OperatorStage.Side<>(VersionRouter.POD_VERSIONS, podVersions),
        new OperatorStage.Side<>(VersionRouter.PORTFOLIO_VERSIONS, portfolioVersions),
        new OperatorStage.Side<>(BarRouter.DATA_EVENTS, told()));
  }

  /** Puts what has come with a tag to where it belongs. */
  void output(OutputTag<?> tag, Object value, long time) {
    if (value instanceof Event event) {
      events.accept(event);
    } else if (value instanceof PortfolioInput input) {
      fillBars.record(input, time);
    } else if (value instanceof KeyVersion version) {
      boolean isOfPods = tag.equals(VersionRouter.POD_VERSIONS);
      (isOfPods ? podVersions : portfolioVersions).record(version, time);
    }
  }

  void watermark(long time) {
    fillBars.watermark(time);
    podVersions.watermark(time);
    portfolioVersions.watermark(time);
  }

  private Emission<Event> told() {
    return OperatorStages.told(events);
  }
}
