package io.podflow.domain.pod;

import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.selection.Ranking;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code assets} of one close: at most one for each symbol that has a bar. */
final class AssetRows {

  private AssetRows() {}

  /**
   * @param written by symbol: whether its row is to be written
   */
  static List<AssetRow> of(
      PodSettings settings,
      PodState state,
      Snapshot now,
      Selection selection,
      String[] causes,
      boolean[] written,
      long closeTime) {
    Ranking ranking = selection.ranking();
    int rampSteps = settings.scoring().rampSteps();
    boolean allocates = settings.assetAllocation() != null;
    List<AssetRow> rows = new ArrayList<>(state.machines.length);
    for (int i = 0; i < state.machines.length; i++) {
      if (now.present()[i] && written[i]) {
        SelectorState machine = state.machines[i];
        rows.add(
            new AssetRow(
                closeTime,
                settings.podId(),
                settings.symbols().get(i),
                now.close()[i],
                now.periodReturn()[i],
                now.signal()[i],
                now.signalReason()[i],
                now.sharpe()[i],
                now.cumulativeReturn()[i],
                now.maxDrawdown()[i],
                ranking.bySharpe()[i],
                ranking.byReturn()[i],
                ranking.byDrawdown()[i],
                ranking.scores()[i],
                machine.state().name(),
                selection.moved()[i].label(),
                machine.multiplier(rampSteps),
                machine.confirmation(),
                machine.cooldown(),
                allocates ? state.weights[i] : Double.NaN,
                capScale(state, i),
                state.held[i].quietBars,
                state.targets[i],
                causes[i]));
      }
    }
    return rows;
  }

  private static double capScale(PodState state, int i) {
    TargetFactors factors = state.factors[i];
    return factors == null ? Double.NaN : factors.capScale();
  }
}
