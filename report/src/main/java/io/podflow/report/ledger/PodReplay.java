package io.podflow.report.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One pod's sub-ledger, replayed from its fills: profit by symbol, and the daily return on the
 * capital allotted to the pod. Funding is left out.
 */
final class PodReplay {

  private final SortedMap<String, PodPosition> positions = new TreeMap<>();
  private final SortedMap<String, Double> fees = new TreeMap<>();
  private PodMarkToMarket account = PodMarkToMarket.NONE;
  private int crossed;
  private double index = 1;
  private double best = Double.NaN;
  private double worst = Double.NaN;

  /**
   * @param quantity signed, base asset
   * @param price quote currency
   * @param fee quote currency
   */
  void filled(String symbol, double quantity, double price, double fee, boolean isCross) {
    PodPosition before = positions.getOrDefault(symbol, PodPosition.FLAT);
    positions.put(symbol, before.filled(quantity, price, fee));
    fees.merge(symbol, fee, Double::sum);
    crossed += isCross ? 1 : 0;
  }

  /**
   * Ends a UTC day.
   *
   * @param before the pod's capital before a rebalance of this day, quote currency; used only when
   *     the account opens
   * @param after the pod's capital after the rebalance, quote currency; NaN without a rebalance
   * @param marks closes by symbol
   */
  void endDay(double before, double after, Map<String, Double> marks) {
    double pnl = pnl(marks);
    int days = account.days();
    account = account.opened(before - pnl).dayEnded(pnl);
    if (account.days() > days) {
      earned(account.lastReturn());
    }
    if (!Double.isNaN(after)) {
      account = account.rebased(after - pnl, pnl);
    }
  }

  private void earned(double dailyReturn) {
    index = Math.max(0, index * (1 + dailyReturn));
    best = Double.isNaN(best) ? dailyReturn : Math.max(best, dailyReturn);
    worst = Double.isNaN(worst) ? dailyReturn : Math.min(worst, dailyReturn);
  }

  /** Profit of all symbols so far, fees included, quote currency. */
  double pnl(Map<String, Double> marks) {
    return PodMarkToMarket.pnl(
        positions.values().toArray(PodPosition[]::new),
        positions.keySet().stream().mapToDouble(s -> mark(s, marks)).toArray());
  }

  /** The pod's capital computed from its fills, quote currency. */
  double capital(Map<String, Double> marks) {
    return account.equity(pnl(marks));
  }

  private static double mark(String symbol, Map<String, Double> marks) {
    return marks.getOrDefault(symbol, Double.NaN);
  }

  /** Growth of 1 on the pod's own capital, rebalances left out; 0 once all capital was lost. */
  double index() {
    return index;
  }

  /** Profit, fees and fills of each symbol that the pod has traded. */
  SortedMap<String, Attribution.Part> bySymbol(Map<String, Double> marks) {
    SortedMap<String, Attribution.Part> parts = new TreeMap<>();
    positions.forEach(
        (symbol, position) ->
            parts.put(
                symbol,
                new Attribution.Part(
                    position.pnl(mark(symbol, marks)),
                    fees.getOrDefault(symbol, 0.0),
                    position.trades())));
    return parts;
  }

  Attribution.PodResult result(String pod, Map<String, Double> marks) {
    return new Attribution.PodResult(
        pod,
        pnl(marks),
        fees.values().stream().mapToDouble(Double::doubleValue).sum(),
        positions.values().stream().mapToInt(PodPosition::trades).sum(),
        crossed,
        account.days(),
        index - 1,
        best,
        worst);
  }
}
