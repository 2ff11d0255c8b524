package io.podflow.report.ledger;

import io.podflow.connectors.rundb.RunDb;
import java.util.List;

/**
 * Who has earned what, and where: profit by pod and symbol, fees included, at the last prices.
 *
 * @param symbols that any pod has traded, sorted
 * @param cells one per pod and symbol with fills
 * @param pods one per pod, by id
 * @param curves growth of every pod's own capital
 */
public record Attribution(
    List<String> symbols, List<Cell> cells, List<PodResult> pods, LedgerCurves curves) {

  /**
   * What a pod's trading of a symbol came to.
   *
   * @param pnl realised and unrealised, less fees, quote currency
   * @param fees fee, slippage and impact, quote currency
   * @param fills crosses included
   */
  record Part(double pnl, double fees, int fills) {}

  /** A {@link Part} with its place. */
  record Cell(String pod, String symbol, double pnl, double fees, int fills) {}

  /**
   * One pod on the capital that it really had.
   *
   * @param pnl realised and unrealised, less fees, quote currency
   * @param fees fee, slippage and impact, quote currency
   * @param fills crosses included
   * @param crossed fills that were crosses with other pods
   * @param days with capital
   * @param totalReturn of all days, compounded, fraction
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

  public static Attribution of(RunDb db) {
    return LedgerReplay.of(db).attribution();
  }

  public boolean isEmpty() {
    return cells.isEmpty();
  }
}
