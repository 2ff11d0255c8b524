package io.podflow.connectors.wire;

import io.podflow.domain.execution.PositionReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The topic {@code positions}: what the exchange side holds. */
public final class PositionsTopic extends JsonTopic<PositionSnapshot> {

  private static final String TYPE = "positions";
  private static final String LIST = "positions";

  public PositionsTopic(WireLimits limits) {
    super("positions", limits);
  }

  @Override
  KeyWriter write(PositionSnapshot snapshot) {
    KeyWriter out = KeyWriter.message(TYPE).time("time", snapshot.time());
    KeyWriter.Elements elements = out.objects(LIST);
    for (PositionReport position : snapshot.positions()) {
      elements
          .add()
          .text("symbol", position.symbol())
          .number("quantity", position.quantity())
          .number("average_price", position.averagePrice())
          .numberOrNull("realized_pnl", position.realizedPnl());
    }
    return out;
  }

  @Override
  PositionSnapshot read(KeyReader in, long latest) {
    type(in, TYPE);
    long time = in.timeUntil("time", latest);
    List<PositionReport> positions = new ArrayList<>();
    Set<String> symbols = new HashSet<>();
    for (KeyReader element : in.objects(LIST)) {
      PositionReport position = position(element, time);
      element.require(symbols.add(position.symbol()), "symbol", "each symbol once");
      positions.add(position);
    }
    return new PositionSnapshot(time, positions);
  }

  private static PositionReport position(KeyReader in, long time) {
    String symbol = in.id("symbol");
    double quantity = in.number("quantity");
    // turns -0 into 0
    double averagePrice = in.number("average_price") + 0.0;
    in.require(
        quantity == 0 ? averagePrice >= 0 : averagePrice > 0,
        "average_price",
        quantity == 0 ? "at least 0" : "more than 0");
    double realizedPnl = in.optionalNumber("realized_pnl");
    in.end();
    return new PositionReport(time, symbol, quantity, averagePrice, realizedPnl);
  }
}
