package io.podflow.savepoints.table;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import io.podflow.savepoints.state.PodEntry;
import org.jspecify.annotations.Nullable;

/** A row per (pod, symbol): its machine, its weight, its windows. */
final class AssetTable {

  private final View view;
  private final Scores scores;
  private final StateTable table =
      StateTable.of(
          "assets",
          "pod",
          "symbol",
          "state",
          "multiplier",
          "level",
          "confirmation",
          "cooldown",
          "cooldowns",
          "score",
          "weight",
          "allocated",
          "target",
          "missed",
          "last_close",
          "close",
          "return",
          "bars",
          "returns",
          "allocator_returns",
          "held_quantity",
          "held_price");

  private AssetTable(View view) {
    this.view = view;
    this.scores = new Scores(view);
  }

  static StateTable of(View view) {
    AssetTable assets = new AssetTable(view);
    view.state().pods().forEach(assets::pod);
    return assets.table;
  }

  private void pod(PodEntry entry) {
    PodState memory = entry.memory();
    if (memory == null) {
      return;
    }
    String pod = view.names().pod(entry.key());
    double @Nullable [] score = scores.of(pod, memory);
    for (int i = 0; i < memory.symbols.length; i++) {
      row(pod, memory, i, score == null ? Double.NaN : score[i]);
    }
  }

  private void row(String pod, PodState memory, int i, double score) {
    SelectorState machine = memory.machines[i];
    PodSettings settings = view.settings(pod);
    AssetMemory asset = scores.asset(pod, memory.symbols[i]);
    boolean traded = asset != null && asset.bars.size > 0;
    table.add(
        pod,
        memory.symbols[i],
        machine.state().name(),
        multiplier(memory, settings, machine),
        machine.level(),
        machine.confirmation(),
        machine.cooldown(),
        machine.cooldowns(),
        score,
        memory.weights[i],
        memory.allocated[i],
        memory.targets[i],
        memory.missed[i],
        asset == null ? null : Cells.time(asset.lastClose),
        asset != null && traded ? asset.bars.close(0) : null,
        asset == null ? null : asset.lastReturn,
        asset == null ? 0 : asset.bars.size,
        asset == null ? 0 : asset.returns.size,
        memory.returns[i].size,
        memory.held[i].quantity,
        memory.held[i].averagePrice);
  }

  private static @Nullable Double multiplier(
      PodState memory, @Nullable PodSettings settings, SelectorState machine) {
    int steps = settings == null ? memory.rampSteps : settings.scoring().rampSteps();
    return steps == 0 ? null : machine.multiplier(steps);
  }
}
