package io.podflow.savepoints.check;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.PortfolioState;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.Roster;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a job of a configuration can go on from a state. */
final class FitCheck {

  private final JobState state;
  private final Roster roster;
  private final Findings findings;

  FitCheck(JobState state, Roster roster, Findings findings) {
    this.state = state;
    this.roster = roster;
    this.findings = findings;
  }

  void run() {
    List<String> configured = roster.settings().pods().stream().map(PodSettings::podId).toList();
    PortfolioState books = state.books();
    if (books != null) {
      names("pods", books.pods, configured);
      names("symbols", books.symbols, roster.universe().symbols());
    }
    Map<Integer, AssetMemory> assets = new HashMap<>();
    for (AssetEntry entry : state.assets()) {
      assets.put(entry.key(), entry.memory());
    }
    int seat = 0;
    for (int p = 0; p < roster.podCount(); p++) {
      PodSettings settings = roster.pod(p);
      PodState memory = state.pod(p);
      if (memory != null) {
        names(settings.podId() + ": symbols", memory.symbols, settings.symbols());
      }
      for (String symbol : settings.symbols()) {
        window(settings, symbol, assets.get(seat++));
      }
    }
  }

  private void names(String what, String[] inState, List<String> configured) {
    findings.expect(
        Arrays.asList(inState).equals(configured),
        what,
        Arrays.toString(inState),
        "by the configuration: " + configured);
  }

  private void window(PodSettings settings, String symbol, @Nullable AssetMemory memory) {
    int wanted = settings.scoring().windowBars();
    findings.expect(
        memory == null || memory.returns.capacity >= wanted,
        settings.podId() + " " + symbol + ": selector's returns kept",
        memory == null ? 0 : memory.returns.capacity,
        "at least " + wanted);
  }
}
