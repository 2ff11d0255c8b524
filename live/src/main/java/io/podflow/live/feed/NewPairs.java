package io.podflow.live.feed;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.BarCloseGate;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.BacktestSettings;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What pairs of pod and symbol that are new in a version warm up from. */
public final class NewPairs {

  private record Length(int symbol, Timeframe timeframe) {}

  private final PortfolioLayout layout;
  private final Set<Length> wanted = new HashSet<>();

  /**
   * @param next numbers symbols as the rows have them
   */
  public NewPairs(OrchestratorSettings before, PortfolioLayout next) {
    this.layout = next;
    Map<String, List<String>> known = new HashMap<>();
    before.pods().forEach(pod -> known.put(pod.podId(), pod.symbols()));
    for (PodSettings pod : next.settings().pods()) {
      for (String symbol : pod.symbols()) {
        if (!known.getOrDefault(pod.podId(), List.of()).contains(symbol)) {
          wanted.add(new Length(next.universe().indexOf(symbol), pod.timeframe()));
        }
      }
    }
  }

  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** Symbols of these pairs. */
  public Set<String> symbols() {
    return wanted.stream()
        .map(each -> layout.universe().symbol(each.symbol()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The bars of these pairs, as the job's market gate makes them: by close.
   *
   * @param rows by close
   * @param settings that say how many days warm up
   * @param over up to when no more rows come, epoch milliseconds UTC
   */
  public List<Bar> bars(List<MarketRow> rows, BacktestSettings settings, long over) {
    if (rows.isEmpty()) {
      return List.of();
    }
    long last = rows.get(rows.size() - 1).closeTime();
    long from = last - settings.warmupDays() * UtcDays.DAY_MILLIS;
    RunWindow window = new RunWindow(from, Long.MAX_VALUE, Long.MAX_VALUE);
    BarCloseGate gate =
        new BarCloseGate(
            layout.universe(),
            IntStream.range(0, layout.universe().size()).mapToObj(layout::timeframesOf).toList(),
            window);
    BarCloseGateState state = gate.initialState();
    List<MarketRecord> records = new ArrayList<>();
    for (MarketRow row : rows) {
      records.addAll(gate.close(state, Math.min(row.closeTime() - 1, over)));
      records.addAll(gate.onRow(state, row));
    }
    records.addAll(gate.close(state, over));
    List<Bar> bars = new ArrayList<>();
    for (MarketRecord record : records) {
      Bar bar = record.bar();
      if (bar != null && wanted.contains(new Length(bar.symbol(), bar.timeframe()))) {
        bars.add(bar);
      }
    }
    return bars;
  }
}
