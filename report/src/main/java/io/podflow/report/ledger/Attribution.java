package io.podflow.report.ledger;

import io.podflow.connectors.rundb.RunDb;
import java.util.List;

/**
 * Profit by pod and symbol, fees deducted and funding left out, at the last prices.
 *
 * @param symbols symbols that any pod has traded, sorted
 * @param cells one per pod and symbol with fills
 * @param pods one per pod, by id
 * @param curves growth of every pod's own capital
 */
public record Attribution(
    List<String> symbols, List<Cell> cells, List<PodResult> pods, LedgerCurves curves) {

  /**
   * Profit, fees and fills of one pod in one symbol.
   *
   * @param pnl realised and unrealised, less fees, quote currency
   * @param fees fee, slippage and impact, quote currency
   * @param fills number of the pod's shares of fills, crosses included
   */
  record Part(double pnl, double fees, int fills) {}

  /** A {@link Part} with its pod and symbol. */
  record Cell(String pod, String symbol, double pnl, double fees, int fills) {}

  /**
   * Results of one pod on the capital allotted to the pod, rebalances left out.
   *
   * @param pnl realised and unrealised, less fees, quote currency
   * @param fees fee, slippage and impact, quote currency
   * @param fills number of the pod's shares of fills, crosses included
   * @param crossed number of crosses with other pods
   * @param days number of days with a return
   * @param totalReturn compounded return of all days, fraction
   * @param bestDay fraction
   * @param worstDay fraction
   */
  public record PodResult(
      String pod,
      double pnl,
      double fees,
      int fills,
      int crossed,
      int days,
      double totalReturn,
      double bestDay,
      double worstDay) {}

  /** Of a run whose closes were not all written (decision LV8) it is empty: it would be wrong. */
  public static Attribution of(RunDb db) {
    if (!db.isWhole()) {
      return new Attribution(
          List.of(), List.of(), List.of(), new LedgerCurves(new long[0], List.of()));
    }
    return LedgerReplay.of(db).attribution();
  }

  public boolean isEmpty() {
    return cells.isEmpty();
  }
}
