package io.podflow.savepoints.table;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.selection.CompositeScore;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.savepoints.state.AssetEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the last close again. They are not kept in state, and come from the windows that
 * are.
 */
final class Scores {

  private final View view;
  private final Map<Names.Seat, AssetMemory> assets = new HashMap<>();

  Scores(View view) {
    this.view = view;
    for (AssetEntry entry : view.state().assets()) {
      assets.put(view.names().seat(entry.key()), entry.memory());
    }
  }

  @Nullable AssetMemory asset(String pod, String symbol) {
    return assets.get(new Names.Seat(pod, symbol));
  }

  /** In the pod's symbol order; null without the pod's settings. */
  double @Nullable [] of(String pod, PodState memory) {
    PodSettings settings = view.settings(pod);
    if (settings == null) {
      return null;
    }
    int n = memory.symbols.length;
    SelectorSettings scoring = settings.scoring();
    boolean[] present = new boolean[n];
    int[] counts = new int[n];
    double[] sharpe = new double[n];
    double[] growth = new double[n];
    double[] drawdown = new double[n];
    for (int i = 0; i < n; i++) {
      AssetMemory asset = asset(pod, memory.symbols[i]);
      if (asset != null) {
        ReturnWindow returns = asset.returns;
        present[i] = memory.missed[i] == 0;
        counts[i] = returns.size();
        sharpe[i] =
            ReturnMetrics.sharpe(
                returns, scoring.sharpeLookback(), settings.timeframe().barsPerYear());
        growth[i] = ReturnMetrics.cumulativeReturn(returns, scoring.returnLookback());
        drawdown[i] = ReturnMetrics.maxDrawdown(returns, scoring.sharpeLookback());
      }
    }
    return new CompositeScore(scoring).rank(present, counts, sharpe, growth, drawdown).scores();
  }
}
