package io.podflow.connectors.wire;

import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a snapshot of positions as keys of a message, and reads the keys back. */
final class PositionsShape {

  private static final String POSITIONS = "positions";
  private static final String OPEN_ORDERS = "open_orders";

  private PositionsShape() {}

  static KeyWriter write(PositionSnapshot snapshot, KeyWriter out) {
    KeyWriter.Elements elements = out.objects(POSITIONS);
    for (PositionReport position : snapshot.positions()) {
      elements
          .add()
          .text("symbol", position.symbol())
          .number("quantity", position.quantity())
          .number("average_price", position.averagePrice())
          .numberOrNull("realized_pnl", position.realizedPnl());
    }
    return out.texts(OPEN_ORDERS, snapshot.openOrders());
  }

  static PositionSnapshot read(KeyReader in) {
    List<PositionReport> positions = new ArrayList<>();
    Set<String> symbols = new HashSet<>();
    for (KeyReader element : in.objects(POSITIONS)) {
      PositionReport position = position(element);
      element.require(symbols.add(position.symbol()), "symbol", "each symbol once");
      positions.add(position);
    }
    return new PositionSnapshot(positions, in.ids(OPEN_ORDERS));
  }

  private static PositionReport position(KeyReader in) {
    String symbol = in.id("symbol");
    double quantity = in.number("quantity");
    // turns -0 into 0
    double averagePrice = in.number("average_price") + 0.0;
    in.require(
        quantity == 0 ? averagePrice >= 0 : averagePrice > 0,
        "average_price",
        quantity == 0 ? "at least 0" : "more than 0");
    double realizedPnl = in.optionalNumber("realized_pnl");
    return new PositionReport(symbol, quantity, averagePrice, realizedPnl);
  }
}
