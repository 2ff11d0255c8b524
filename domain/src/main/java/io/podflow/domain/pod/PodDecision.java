package io.podflow.domain.pod;

import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.Event;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one pod decided at one close of its timeframe. One record with lists in the pod's
 * symbol order, because a set that belongs together should cross the wire together.
 *
 * @param pod index of the pod in the layout
 * @param closeTime epoch milliseconds UTC
 * @param targets standing target of every symbol of the pod, in its order; shares of the pod's
 *     capital, signed, after the pod's leverage cap
 * @param present whether the symbol had a bar at this close, in the pod's order
 * @param adx how much each symbol trends, 0 to 100, in the pod's order, NaN where it has no bar at
 *     this close; empty when nothing asks for it
 * @param allExcluded whether every symbol that is not stale has multiplier 0 (requirement D1)
 * @param grossTarget Σ|targets|
 * @param day the day's account when this close ends a UTC day, null otherwise
 * @param assets rows of the symbols with a bar at this close
 * @param events state changes and alerts
 * @param factors what each target is made of, in the pod's order; those of a symbol without a bar
 *     at this close say nothing unless they are forced
 */
public record PodDecision(
    int pod,
    long closeTime,
    double[] targets,
    boolean[] present,
    double[] adx,
    boolean allExcluded,
    double grossTarget,
    @Nullable DayReport day,
    List<AssetRow> assets,
    List<Event> events,
    TargetFactors[] factors) {

  public PodDecision {
    // Decisions of before there were factors are read without them.
    factors = factors == null ? unknown(targets) : factors;
  }

  /** A decision of which nothing but the targets is known. */
  public PodDecision(
      int pod,
      long closeTime,
      double[] targets,
      boolean[] present,
      double[] adx,
      boolean allExcluded,
      double grossTarget,
      @Nullable DayReport day,
      List<AssetRow> assets,
      List<Event> events) {
    this(
        pod,
        closeTime,
        targets,
        present,
        adx,
        allExcluded,
        grossTarget,
        day,
        assets,
        events,
        unknown(targets));
  }

  private static TargetFactors[] unknown(double[] targets) {
    TargetFactors[] factors = new TargetFactors[targets.length];
    Arrays.setAll(factors, i -> TargetFactors.of(targets[i]));
    return factors;
  }

  /** The decision without its rows, which only the run's record needs. */
  public PodDecision withoutRows() {
    return new PodDecision(
        pod,
        closeTime,
        targets,
        present,
        adx,
        allExcluded,
        grossTarget,
        day,
        List.of(),
        List.of(),
        factors);
  }
}
