package io.podflow.savepoints.table;

import io.podflow.domain.market.BarHistory;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.pod.PodState;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies in the operators beside what they remember: clocks, timers, inputs, histories. */
final class OperatorTables {

  private OperatorTables() {}

  static StateTable clocks(View view) {
    StateTable table =
        StateTable.of("clocks", "operator", "pod", "clock", "next_timer", "waiting_inputs");
    for (PodEntry entry : view.state().pods()) {
      clock(
          table,
          Uids.PODS,
          view.names().pod(entry.key()),
          entry.clock(),
          entry.timers(),
          entry.waiting().size());
    }
    PortfolioEntry entry = view.state().portfolio();
    if (entry != null) {
      clock(table, Uids.PORTFOLIO, "", entry.clock(), entry.timers(), entry.waiting().size());
    }
    return table;
  }

  private static void clock(
      StateTable table,
      String operator,
      String pod,
      @Nullable Long clock,
      long[] timers,
      int waiting) {
    table.add(
        operator,
        pod,
        Cells.time(clock),
        timers.length == 0 ? null : Cells.time(timers[0]),
        waiting);
  }

  /** The windows of selector and allocator, in parts; the newest return has age 0. */
  static Stream<StateTable> returns(View view) {
    return OneByOne.of(
        Stream.of(returns()),
        view.state().assets().stream().map(entry -> ofSelector(view, entry)),
        view.state().pods().stream().map(entry -> ofAllocator(view, entry)));
  }

  private static StateTable returns() {
    return StateTable.of("returns", "pod", "symbol", "of", "age", "period_return");
  }

  private static StateTable ofSelector(View view, AssetEntry entry) {
    Names.Seat seat = view.names().seat(entry.key());
    StateTable table = returns();
    window(table, seat.pod(), seat.symbol(), "selector", entry.memory().returns);
    return table;
  }

  private static StateTable ofAllocator(View view, PodEntry entry) {
    StateTable table = returns();
    PodState memory = entry.memory();
    String pod = view.names().pod(entry.key());
    for (int i = 0; memory != null && i < memory.symbols.length; i++) {
      window(table, pod, memory.symbols[i], "allocator", memory.returns[i]);
    }
    return table;
  }

  private static void window(
      StateTable table, String pod, String symbol, String of, ReturnWindow window) {
    for (int i = 0; i < window.size(); i++) {
      table.add(pod, symbol, of, window.size() - 1 - i, window.get(i));
    }
  }

  /** The bars that strategies look at, in parts, the oldest first. */
  static Stream<StateTable> bars(View view) {
    return OneByOne.of(
        Stream.of(bars()), view.state().assets().stream().map(entry -> barsOf(view, entry)));
  }

  private static StateTable bars() {
    return StateTable.of("bars", "pod", "symbol", "time", "open", "high", "low", "close", "volume");
  }

  private static StateTable barsOf(View view, AssetEntry entry) {
    StateTable table = bars();
    Names.Seat seat = view.names().seat(entry.key());
    BarHistory bars = entry.memory().bars;
    for (int ago = bars.size() - 1; ago >= 0; ago--) {
      table.add(
          seat.pod(),
          seat.symbol(),
          Cells.time(bars.closeTime(ago)),
          bars.open(ago),
          bars.high(ago),
          bars.low(ago),
          bars.close(ago),
          bars.volume(ago));
    }
    return table;
  }
}
