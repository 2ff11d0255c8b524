package io.podflow.domain.pod;

import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.selection.AssetMachine;
import io.podflow.domain.settings.PodSettings;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code assets} of one close: one for each symbol that has a bar. */
final class AssetRows {

  private AssetRows() {}

  static List<AssetRow> of(
      PodSettings settings,
      PodState state,
      Snapshot now,
      double[] scores,
      String[] causes,
      long closeTime) {
    int rampSteps = settings.scoring().rampSteps();
    boolean allocates = settings.assetAllocation() != null;
    List<AssetRow> rows = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      if (now.present()[i]) {
        AssetMachine machine = state.machines[i];
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
                scores[i],
                machine.state().name(),
                machine.multiplier(rampSteps),
                machine.confirmation(),
                machine.cooldown(),
                allocates ? state.weights[i] : Double.NaN,
                capScale(state, i),
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
