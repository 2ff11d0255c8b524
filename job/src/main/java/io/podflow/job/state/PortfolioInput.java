package io.podflow.job.state;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.pod.PodDecision;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio waits for at a close: the bars symbols fill on, the pods' decisions, and what
 * the exchange side reports. One type with nullable cases, because schemas of state have no sealed
 * families.
 *
 * @param closeTime the close that a bar or decision belongs to, or the time from which on a report
 *     counts, epoch milliseconds UTC
 */
public record PortfolioInput(
    long closeTime, @Nullable Bar bar, @Nullable PodDecision pod, @Nullable ExchangeReport report) {

  public static PortfolioInput of(Bar bar) {
    return new PortfolioInput(bar.closeTime(), bar, null, null);
  }

  /**
   * A report of the exchange side.
   *
   * @param time from which on it counts, epoch milliseconds UTC
   */
  public static PortfolioInput of(ExchangeReport report, long time) {
    return new PortfolioInput(time, null, null, report);
  }

  /** The decision without its rows, which only the run's record needs. */
  public static PortfolioInput of(PodDecision decision) {
    return new PortfolioInput(decision.closeTime(), null, decision.withoutRows(), null);
  }
}
