package io.podflow.domain.execution;

import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.layout.PortfolioLayout;
import java.util.ArrayList;
import java.util.List;

/** Writes trades and executions as rows of {@code orders}, {@code fills}, {@code pod_fills}. */
public final class TradeRows {

  // One order per symbol and close: a second waits until the first is gone (FP7).
  private static final int SEQUENCE = 1;

  private final PortfolioLayout layout;
  private final OrderIds ids;

  public TradeRows(PortfolioLayout layout) {
    this.layout = layout;
    this.ids = new OrderIds(layout.settings().portfolioId());
  }

  /**
   * The order of a trade that has one.
   *
   * @param volumeShare its value over the traded value of the bar it was filled in; NaN for none
   */
  public OrderRow order(Trade trade, OrderStatus status, double volumeShare) {
    return new OrderRow(
        trade.decidedAt(),
        orderId(trade),
        symbol(trade),
        Side.of(trade.ordered()).name(),
        Math.abs(trade.ordered()),
        trade.referencePrice(),
        trade.why().cause().label(),
        status.name(),
        trade.why().forced(),
        trade.why().band(),
        volumeShare);
  }

  /** The fill of a trade that has an order. */
  public FillRow fill(Execution execution) {
    Trade trade = execution.trade();
    return new FillRow(
        execution.time(),
        fillId(execution),
        orderId(trade),
        symbol(trade),
        Side.of(trade.orderQuantity()).name(),
        Math.abs(trade.orderQuantity()),
        execution.price(),
        execution.fee(),
        execution.slippageCost());
  }

  /** The pods' shares of the fill, then what they exchanged, each in the order of the pods. */
  public List<PodFillRow> podFills(Execution execution) {
    Trade trade = execution.trade();
    List<PodFillRow> rows = new ArrayList<>();
    if (trade.hasOrder()) {
      String fillId = fillId(execution);
      for (int p = 0; p < layout.podCount(); p++) {
        addRow(rows, execution, p, fillId, trade.sent(p), execution.cost(p), false);
      }
    }
    String crossId = crossId(trade);
    for (int p = 0; p < layout.podCount(); p++) {
      addRow(rows, execution, p, crossId, trade.crossed()[p], 0, true);
    }
    return rows;
  }

  private void addRow(
      List<PodFillRow> rows,
      Execution execution,
      int pod,
      String fillId,
      double quantity,
      double cost,
      boolean crossed) {
    if (quantity != 0) {
      rows.add(
          new PodFillRow(
              execution.time(),
              fillId,
              layout.pod(pod).podId(),
              symbol(execution.trade()),
              quantity,
              execution.price(),
              cost,
              crossed,
              execution.trade().why().label(pod)));
    }
  }

  /** Says at what price pods met: with a fill, at an open, or at the mark (decision TR3). */
  private String crossId(Trade trade) {
    String id = ids.cross(symbol(trade), trade.decidedAt());
    if (trade.atMark()) {
      return "mark:" + id;
    }
    return trade.hasOrder() ? id : "open:" + id;
  }

  private String fillId(Execution execution) {
    return execution.fillId().isEmpty()
        ? OrderIds.fill(orderId(execution.trade()))
        : execution.fillId();
  }

  /** The id under which a trade's order is known. */
  public String orderId(Trade trade) {
    return ids.order(symbol(trade), trade.decidedAt(), SEQUENCE);
  }

  private String symbol(Trade trade) {
    return layout.universe().symbol(trade.symbol());
  }
}
