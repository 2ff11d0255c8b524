package io.podflow.savepoints.table;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradedValues;
import io.podflow.domain.execution.Why;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.metrics.EqualParts;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.DailyReturns;
import io.podflow.domain.portfolio.books.ExchangeState;
import io.podflow.domain.portfolio.books.Ledger;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.risk.DayCloses;
import io.podflow.domain.risk.VolatilityState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the places in an array of the state stand for. */
enum Axes {
  PODS,
  SYMBOLS;

  private static final Map<String, List<Axes>> BY_FIELD = new HashMap<>();

  static {
    List<Axes> pods = List.of(PODS);
    List<Axes> symbols = List.of(SYMBOLS);
    List<Axes> both = List.of(PODS, SYMBOLS);
    put(
        PodState.class,
        symbols,
        "machines returns missed targets weights allocated held halted constant factors fundingDue"
            + " jumps");
    put(PortfolioState.class, symbols, "waiting seen missed adx clipped followed");
    put(
        PortfolioState.class,
        pods,
        "lives detectorScores trades fractions drawdowns liveDays departed released spent");
    put(PortfolioState.class, both, "targets shares");
    put(Ledger.class, pods, "podCash given");
    put(Ledger.class, both, "quantities largest");
    put(Ledger.class, symbols, "averagePrices marks");
    put(EqualParts.class, symbols, "cash quantities marks bought");
    put(TradedValues.class, symbols, "days values");
    put(DailyReturns.class, pods, "byPod");
    put(DayCloses.class, symbols, "bySymbol");
    put(VolatilityState.class, symbols, "bySymbol");
    put(ExchangeState.class, symbols, "failures pauses ended");
    put(Trade.class, pods, "changes crossed");
    put(Why.class, pods, "byPod");
    put(BarCloseGateState.class, symbols, "last absent buckets");
  }

  private static void put(Class<?> owner, List<Axes> axes, String fields) {
    for (String field : fields.split(" ")) {
      BY_FIELD.put(owner.getName() + "." + field, axes);
    }
  }

  /** The axes of a field, outermost first; none for what is no such array. */
  static List<Axes> of(Class<?> owner, String field) {
    return BY_FIELD.getOrDefault(owner.getName() + "." + field, List.of());
  }
}
