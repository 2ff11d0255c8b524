package io.podflow.live.job;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.live.feed.WarmUp;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.util.List;

/**
 * A job that starts for the first time, with what it warms up from on its topic of bars.
 *
 * @param job begins to read there
 * @param sent what was put there
 */
public record FirstStart(LiveJob job, WarmUp.Sent sent) {

  /**
   * Sends what is not there yet.
   *
   * @param history rows from before; those after the warm-up are left out
   */
  public static FirstStart of(
      List<MarketRow> history,
      RunScope scope,
      ConfigVersion version,
      KafkaAccess kafka,
      Topics topics) {
    PortfolioLayout layout = scope.layout();
    WarmUp warmUp =
        new WarmUp(kafka, topics, LiveCodecs.of(layout).bars(), layout.universe(), scope.window());
    WarmUp.Sent sent = warmUp.send(history);
    return new FirstStart(LiveJob.from(sent.offset(), scope, version, kafka, topics), sent);
  }
}
