package io.podflow.job.state;

import io.podflow.domain.journal.Event;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.PortfolioDecision;
import org.jspecify.annotations.Nullable;

/** One thing a run writes down; exactly one component is set. */
public record RunRecord(
    @Nullable PodDecision pod, @Nullable PortfolioDecision portfolio, @Nullable Event event) {

  public static RunRecord of(PodDecision decision) {
    return new RunRecord(decision, null, null);
  }

  public static RunRecord of(PortfolioDecision decision) {
    return new RunRecord(null, decision, null);
  }

  public static RunRecord of(Event event) {
    return new RunRecord(null, null, event);
  }
}
