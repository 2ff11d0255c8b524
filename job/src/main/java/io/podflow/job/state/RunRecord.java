package io.podflow.job.state;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a run writes down; exactly one component is set. */
public record RunRecord(
    @Nullable PodDecision pod,
    @Nullable PortfolioDecision portfolio,
    @Nullable Event event,
    @Nullable Model model) {

  /**
   * What the last model of a pod and symbol gives weight to.
   *
   * @param weights a row per feature
   */
  public record Model(List<ModelRow> weights) {}

  public static RunRecord of(PodDecision decision) {
    return new RunRecord(decision, null, null, null);
  }

  public static RunRecord of(PortfolioDecision decision) {
    return new RunRecord(null, decision, null, null);
  }

  public static RunRecord of(Event event) {
    return new RunRecord(null, null, event, null);
  }

  public static RunRecord of(Model model) {
    return new RunRecord(null, null, null, model);
  }
}
