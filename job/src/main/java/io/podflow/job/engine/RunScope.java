package io.podflow.job.engine;

import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Roster;
import java.io.Serializable;

/**
 * What the steps of a run are made from.
 *
 * @param window the stretch of event time that is read, traded and recorded
 * @param capital initial equity, quote currency
 */
public record RunScope(Roster roster, RunWindow window, double capital) implements Serializable {

  public static RunScope of(PodflowSettings settings, RunWindow window) {
    return new RunScope(Roster.of(settings.orchestrator()), window, settings.backtest().capital());
  }

  /** The first close of {@code pod}'s timeframe after {@code time}, or MAX_VALUE past the end. */
  public long nextPodClose(int pod, long time) {
    return bounded(roster.pod(pod).timeframe().nextClose(time));
  }

  /** The first close of any pod's timeframe after {@code time}, or MAX_VALUE past the end. */
  public long nextClose(long time) {
    return bounded(roster.nextClose(time));
  }

  private long bounded(long close) {
    return close <= window.horizon() ? close : Long.MAX_VALUE;
  }
}
