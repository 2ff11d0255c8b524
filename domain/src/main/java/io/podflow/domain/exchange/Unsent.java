package io.podflow.domain.exchange;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderIds;
import io.podflow.domain.execution.PositionSnapshot;
import java.util.ArrayList;
import java.util.List;

/** What there is to say, in order, until it can be sent. */
final class Unsent {

  private final List<ExchangeReport> reports = new ArrayList<>();
  private long sequence;

  void fill(long time, String orderId, double quantity, double price, double fee, double slippage) {
    String fillId = OrderIds.fill(orderId);
    reports.add(
        ExchangeReport.fill(time, ++sequence, orderId, fillId, quantity, price, fee, slippage));
  }

  void ended(ExchangeReport.Kind kind, long time, String orderId, String why) {
    reports.add(ExchangeReport.ended(kind, time, ++sequence, orderId, why));
  }

  void positions(long time, PositionSnapshot snapshot) {
    reports.add(ExchangeReport.positions(time, ++sequence, snapshot));
  }

  void heartbeat(long time, boolean takesOrders) {
    reports.add(ExchangeReport.heartbeat(time, ++sequence, takesOrders));
  }

  /** The number of a report that is said elsewhere. */
  long number() {
    return ++sequence;
  }

  boolean isEmpty() {
    return reports.isEmpty();
  }

  List<ExchangeReport> drain() {
    List<ExchangeReport> sent = List.copyOf(reports);
    reports.clear();
    return sent;
  }
}
